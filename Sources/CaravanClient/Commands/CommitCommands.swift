import ArgumentParser
import CaravanCore
import CaravanProtocol

struct Commit: DaemonCommand {
    private static let states = CommitmentState.allCases.map(\.rawValue) + [CommandTable.unmarked]

    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .commit)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.requests)) var identifiers: [String]
    @Option(
        help: .saying(.state), completion: .list(states))
    var state: String
    @Option(help: .saying(.versionPublished))
    var version: String?
    @OptionGroup var condition: ConditionOption

    func request() -> ClientRequest {
        ClientRequest(
            .commit, [week] + identifiers, ["state": state, "version": version, "if": condition.revision])
    }

    func text(_ reply: Reply, _ style: Style) -> String {
        reply.line(reply.fields["state"] == CommandTable.unmarked ? .unmarked : .marked, style)
    }
}

struct CommitmentList: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "commitments", abstract: summary(of: .commitments))
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(help: .saying(.versionPublished))
    var version: String?

    func request() -> ClientRequest { ClientRequest(.commitments, [week], ["version": version]) }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        recordTable(try reply.records(as: CommitmentRecord.self), ListColumns.commitments, style)
    }
}
