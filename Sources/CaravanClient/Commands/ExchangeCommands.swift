import ArgumentParser
import CaravanLanguage
import CaravanProtocol
import Foundation

struct Check: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: summary(of: .check), discussion: CommandNote.check[.ofProcess])
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.planFile), completion: .file(extensions: ["json"])) var file: String

    func request() -> ClientRequest { ClientRequest(.check, [week], body: file) }

    func perform(_ session: CommandSession) async throws {
        let reply = try await session.ask(request())
        try session.show(reply) { try text(reply, $0) }
        if !reply.records.isEmpty { throw ClientError.violations }
    }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        if reply.records.isEmpty { return reply.line(ClientText.checkedSound, style) }
        return recordTable(try reply.records(as: ViolationRecord.self), ListColumns.violations, style)
            + style.red(style.text(ClientText.checkedBroken, ["count": String(reply.records.count)])) + "\n"
    }
}

struct Adopt: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .adopt)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.planFile), completion: .file(extensions: ["json"])) var file: String

    @OptionGroup var condition: ConditionOption

    func request() -> ClientRequest { ClientRequest(.adopt, [week], ["if": condition.revision], body: file) }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.adopted, style) }
}

struct Export: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .export)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(
        name: .customLong("as"), help: .saying(.form),
        completion: .list(["json", "csv", "xlsx", "ics", "html", "mps", "lp", "mathprog"]))
    var form: String
    @Option(help: .saying(.version)) var version: String?
    @Option(name: .customLong("for"), help: .saying(.subject)) var subject: String?
    @Option(help: .saying(.table)) var table: String?
    @Flag(help: .saying(.cancelled)) var cancelled = false
    @Option(name: .shortAndLong, help: .saying(.output), completion: .file())
    var output: String?

    func request() -> ClientRequest { request(in: common.lang) }

    /// Workbooks, calendars and pages are for people and written in the language of the output; CSV may be for programs,
    /// which know the English headings unless `--lang` says otherwise.
    private func request(in language: Language?) -> ClientRequest {
        let isForPeople = ["xlsx", "ics", "html"].contains(form)
        let options: KeyValuePairs<String, String?> = [
            "version": version, "as": form, "for": subject, "table": table,
            "lang": (isForPeople ? language : common.lang)?.rawValue, "cancelled": cancelled ? "yes" : nil,
        ]
        return ClientRequest(.export, [week], options)
    }

    func perform(_ session: CommandSession) async throws {
        let reply = try await session.ask(request(in: session.console.style.language))
        guard let payload = reply.payload else { throw ClientError.foreign(ClientFailure.exportWithoutText.bilingual) }
        session.warn(reply)
        guard let output else { return session.console.write(payload) }
        try FileContent.write(payload, to: output)
        let style = session.console.noteStyle
        session.console.note(style.text(ClientText.exported, ["bytes": String(payload.count), "path": output]) + "\n")
    }

    func text(_ reply: Reply, _ style: Style) -> String { String(decoding: reply.payload ?? [], as: UTF8.self) }
}
