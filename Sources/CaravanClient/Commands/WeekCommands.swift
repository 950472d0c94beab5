import ArgumentParser
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol
import Foundation

struct Load: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: summary(of: .load), discussion: CommandNote.load[.ofProcess])
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.weekOrWorkbook), completion: .file(extensions: ["json", "xlsx"])) var file: String
    @OptionGroup var replacing: ReplaceOptions

    func request() -> ClientRequest {
        let isWorkbook = file.lowercased().hasSuffix(".xlsx")
        let options: KeyValuePairs<String, String?> = [
            "replace": replacing.replace ? "yes" : nil, "as": isWorkbook ? "xlsx" : nil,
            "name": isWorkbook ? URL(filePath: file).lastPathComponent : nil, "missing": replacing.fate,
            "if": replacing.condition.revision,
        ]
        return ClientRequest(.load, [], options, body: file)
    }

    func perform(_ session: CommandSession) async throws {
        let upload = WeekUpload(session, replacing, canAsk: file != "-")
        let reply = try await upload.send(request().line, try FileContent.read(file))
        try session.show(reply) { try text(reply, $0) }
    }

    func text(_ reply: Reply, _ style: Style) throws -> String { try WeekUpload.text(reply, style) }
}

struct Weeks: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .weeks)) }
    @OptionGroup var common: CommonOptions

    func request() -> ClientRequest { ClientRequest(.weeks) }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        recordTable(try reply.records(as: WeekListing.self), ListColumns.weeks, style)
    }
}

struct WeekDocument: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "week", abstract: summary(of: .week))
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(help: .saying(.revision)) var revision: String?
    @Option(name: .shortAndLong, help: .saying(.weekOutput), completion: .file())
    var output: String?

    func request() -> ClientRequest { request(in: common.lang) }

    private func request(in language: Language?) -> ClientRequest {
        let isWorkbook = output?.lowercased().hasSuffix(".xlsx") == true
        return ClientRequest(
            .week, [week],
            [
                "revision": revision, "as": isWorkbook ? "xlsx" : nil,
                "lang": isWorkbook ? language?.rawValue : nil,
            ])
    }

    func perform(_ session: CommandSession) async throws {
        let reply = try await session.ask(request(in: session.console.style.language))
        let revision = reply.fields.integer("revision")
        let document = reply.records.first.map { TakenDocument($0, revision: revision).prettyText }
        let content = reply.payload ?? document.map { Array($0.utf8) }
        guard let output, let content else { return session.show(reply) { text(reply, $0) } }
        try FileContent.write(content, to: output)
        session.console.note(session.console.noteStyle.text(ClientText.written, ["path": output]) + "\n")
    }

    func text(_ reply: Reply, _ style: Style) -> String { reply.records.first?.prettyText.printableJSON ?? "" }
}

struct Drop: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .drop)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @OptionGroup var condition: ConditionOption

    func request() -> ClientRequest { ClientRequest(.drop, [week], ["if": condition.revision]) }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.dropped, style) }
}

extension Reply {
    /// A message with the closing line's fields in its placeholders; numbers that people read are rounded.
    func line(_ message: ClientText, _ style: Style) -> String {
        var text = message.bilingual[style.language]
        for field in fields.fields {
            text = text.replacing("{\(field.key)}", with: Self.shown(field, fields, style))
        }
        // A field that the daemon left out, such as the bound of an adopted plan, has no value.
        return text.replacing(/\{[A-Za-z]+\}/, with: "–") + "\n"
    }

    private static func shown(_ field: ReplyFields.Field, _ fields: ReplyFields, _ style: Style) -> String {
        switch field.key {
        case "objective", "bound", "disruption", "commitment", "committed", "committedBound":
            fields.number(field.key).map { NumberText.grouped($0, decimals: 1) } ?? field.value
        case "gap", "committedGap": fields.number(field.key).map { NumberText.percent($0) } ?? field.value
        case "uptime": fields.number(field.key).map(NumberText.seconds) ?? field.value
        case "status", "state": style.word(field.value)
        default: field.value.onOneLine
        }
    }
}
