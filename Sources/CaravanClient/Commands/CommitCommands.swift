import ArgumentParser
import CaravanCore
import CaravanProtocol

struct Commit: DaemonCommand {
    private static let states = CommitmentState.allCases.map(\.rawValue) + [CommandTable.unmarked]

    static let configuration = CommandConfiguration(abstract: summary(of: .commit))
    @OptionGroup var common: CommonOptions
    @Argument(help: "Identifier of the week.") var week: String
    @Argument(help: "Identifiers of the requests whose sessions are meant.") var identifiers: [String]
    @Option(
        help: "draft, confirmed, published, travel-booked, or none to take marks away.", completion: .list(states))
    var state: String
    @Option(help: "Plan version: a number, latest or published (default: published, else latest).")
    var version: String?

    func request() -> ClientRequest {
        ClientRequest(.commit, [week] + identifiers, ["state": state, "version": version])
    }

    func text(_ reply: Reply, _ style: Style) -> String {
        reply.line(reply.fields["state"] == CommandTable.unmarked ? .unmarked : .marked, style)
    }
}

struct CommitmentList: DaemonCommand {
    static let configuration = CommandConfiguration(commandName: "commitments", abstract: summary(of: .commitments))
    @OptionGroup var common: CommonOptions
    @Argument(help: "Identifier of the week.") var week: String
    @Option(help: "Plan version: a number, latest or published (default: published, else latest).")
    var version: String?

    func request() -> ClientRequest { ClientRequest(.commitments, [week], ["version": version]) }

    func text(_ reply: Reply, _ style: Style) -> String { recordTable(reply.records, ListColumns.commitments, style) }
}
