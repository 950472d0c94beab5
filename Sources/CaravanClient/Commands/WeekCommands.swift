import ArgumentParser
import CaravanLanguage
import CaravanProtocol
import Foundation

struct Load: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .load)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.weekOrWorkbook), completion: .file(extensions: ["json", "xlsx"])) var file: String
    @Flag(help: .saying(.replace)) var replace = false

    func request() -> ClientRequest {
        let isWorkbook = file.lowercased().hasSuffix(".xlsx")
        let options: KeyValuePairs<String, String?> = [
            "replace": replace ? "yes" : nil, "as": isWorkbook ? "xlsx" : nil,
            "name": isWorkbook ? URL(filePath: file).lastPathComponent : nil,
        ]
        return ClientRequest(.load, [], options, body: file)
    }

    func text(_ reply: Reply, _ style: Style) -> String {
        let zh = style.language == .chinese ? "Zh" : ""
        let ignored = reply.records.map { record in
            let words = ["path", "message"].map { record[$0 + zh]?.string ?? "" }
            return style.text(ClientText.ignored, ["what": Join.labelled[style.language, words[0], words[1]]]) + "\n"
        }
        return ignored.joined() + reply.line(ClientText.loaded, style)
    }
}

struct Weeks: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .weeks)) }
    @OptionGroup var common: CommonOptions

    func request() -> ClientRequest { ClientRequest(.weeks) }

    func text(_ reply: Reply, _ style: Style) -> String { recordTable(reply.records, ListColumns.weeks, style) }
}

struct WeekDocument: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "week", abstract: summary(of: .week))
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(name: .shortAndLong, help: .saying(.weekOutput), completion: .file())
    var output: String?

    func request() -> ClientRequest { request(in: common.lang) }

    private func request(in language: Language?) -> ClientRequest {
        guard output?.lowercased().hasSuffix(".xlsx") == true else { return ClientRequest(.week, [week]) }
        return ClientRequest(.week, [week], ["as": "xlsx", "lang": language?.rawValue])
    }

    func perform(_ session: CommandSession) async throws {
        let reply = try await session.ask(request(in: session.console.style.language))
        let content = reply.payload ?? reply.records.first.map { Array($0.prettyText.utf8) }
        guard let output, let content else { return session.show(reply) { text(reply, $0) } }
        try FileContent.write(content, to: output)
        session.console.note(session.console.noteStyle.text(ClientText.written, ["path": output]) + "\n")
    }

    func text(_ reply: Reply, _ style: Style) -> String { reply.records.first?.prettyText ?? "" }
}

struct Drop: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .drop)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String

    func request() -> ClientRequest { ClientRequest(.drop, [week]) }

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
        case "gap", "committedGap": fields.number(field.key).map(NumberText.percent) ?? field.value
        case "uptime": fields.number(field.key).map(NumberText.seconds) ?? field.value
        case "status", "state": style.word(field.value)
        default: field.value
        }
    }
}
