import ArgumentParser
import CaravanLanguage
import CaravanProtocol

struct Ping: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .ping)) }
    @OptionGroup var common: CommonOptions

    func request() -> ClientRequest { ClientRequest(.ping) }

    func perform(_ session: CommandSession) async throws {
        let reply = try await session.ask(request())
        let version = session.conversation.daemonVersion
        session.show(reply) { $0.text(ClientText.pong, ["version": version]) + "\n" }
    }

    func text(_ reply: Reply, _ style: Style) -> String { "" }
}

struct Status: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .status)) }
    @OptionGroup var common: CommonOptions

    func request() -> ClientRequest { ClientRequest(.status) }

    func text(_ reply: Reply, _ style: Style) -> String {
        let line = reply.line(ClientText.statusLine, style)
        return switch reply.fields["store"] {
        case "damaged": line + reply.line(ClientText.storeDamaged, style)
        case "displaced": line + reply.line(ClientText.storeDisplaced, style)
        default: line
        }
    }
}

struct Metrics: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .metrics)) }
    @OptionGroup var common: CommonOptions

    func request() -> ClientRequest { ClientRequest(.metrics) }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        try reply.records(as: MetricsRecord.self).map { $0.line + "\n" }.joined()
    }
}

struct HelpVerbs: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: ClientHelp.helpVerbs[.ofProcess]) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.verb)) var verb: String?

    func request() -> ClientRequest { ClientRequest(.help, [verb]) }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        let verbs = try reply.records(as: VerbRecord.self, with: "verb")
        guard verb != nil, let first = verbs.first else { return recordTable(verbs, ListColumns.verbs, style) }
        let arguments = try reply.records(as: ArgumentRecord.self, with: "argument")
        let table = arguments.isEmpty ? "" : "\n" + recordTable(arguments, ListColumns.arguments, style)
        return style.bold(first.usage) + "\n" + (first.summary?[style.language] ?? "") + "\n" + table
    }
}
