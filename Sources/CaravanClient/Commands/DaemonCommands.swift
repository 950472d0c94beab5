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

    func text(_ reply: Reply, _ style: Style) -> String {
        reply.records.map { ($0["line"]?.string ?? "") + "\n" }.joined()
    }
}

struct HelpVerbs: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: ClientHelp.helpVerbs[.ofProcess]) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.verb)) var verb: String?

    func request() -> ClientRequest { ClientRequest(.help, [verb]) }

    func text(_ reply: Reply, _ style: Style) -> String {
        guard verb != nil, let first = reply.records.first else {
            return recordTable(reply.records, ListColumns.verbs, style)
        }
        let arguments = reply.records.dropFirst()
        let table = arguments.isEmpty ? "" : "\n" + recordTable(Array(arguments), ListColumns.arguments, style)
        return style.bold(first["usage"]?.string ?? "") + "\n"
            + (first[style.language == .chinese ? "summaryZh" : "summary"]?.string ?? "") + "\n" + table
    }
}
