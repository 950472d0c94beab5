import ArgumentParser
import CaravanLanguage
import CaravanProtocol
import Foundation

struct Check: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: summary(of: .check), discussion: "Ends with status 1 where the plan breaks rules.")
    @OptionGroup var common: CommonOptions
    @Argument(help: "Identifier of the week.") var week: String
    @Argument(help: "Plan document, or - for standard input.", completion: .file(extensions: ["json"])) var file: String

    func request() -> ClientRequest { ClientRequest(.check, [week], body: file) }

    func perform(_ session: CommandSession) async throws {
        let reply = try await session.ask(request())
        session.show(reply) { text(reply, $0) }
        if !reply.records.isEmpty { throw ClientError.violations }
    }

    func text(_ reply: Reply, _ style: Style) -> String {
        if reply.records.isEmpty { return reply.line(ClientText.checkedSound, style) }
        return recordTable(reply.records, ListColumns.violations, style)
            + style.red(style.text(ClientText.checkedBroken, ["count": String(reply.records.count)])) + "\n"
    }
}

struct Adopt: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: summary(of: .adopt))
    @OptionGroup var common: CommonOptions
    @Argument(help: "Identifier of the week.") var week: String
    @Argument(help: "Plan document, or - for standard input.", completion: .file(extensions: ["json"])) var file: String

    func request() -> ClientRequest { ClientRequest(.adopt, [week], body: file) }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.adopted, style) }
}

struct Export: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: summary(of: .export))
    @OptionGroup var common: CommonOptions
    @Argument(help: "Identifier of the week.") var week: String
    @Option(
        name: .customLong("as"), help: "json, csv, xlsx, ics, html, mps, lp or mathprog.",
        completion: .list(["json", "csv", "xlsx", "ics", "html", "mps", "lp", "mathprog"]))
    var form: String
    @Option(help: "Plan version: a number, latest or published.") var version: String?
    @Option(name: .customLong("for"), help: "Only sessions of this member, venue, township or (ics) fund.") var subject:
        String?
    @Option(help: "With csv: sessions, townships, members, venues, funds or coverage.") var table: String?
    @Flag(help: "Only what left the calendar, as cancellations (ics).") var cancelled = false
    @Option(name: .shortAndLong, help: "File to write instead of standard output.", completion: .file())
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
        guard let output else { return session.console.write(payload) }
        try FileContent.write(payload, to: output)
        let style = session.console.noteStyle
        session.console.note(style.text(ClientText.exported, ["bytes": String(payload.count), "path": output]) + "\n")
    }

    func text(_ reply: Reply, _ style: Style) -> String { String(decoding: reply.payload ?? [], as: UTF8.self) }
}
