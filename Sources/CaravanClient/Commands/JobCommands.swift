import ArgumentParser
import CaravanLanguage
import CaravanProtocol

struct Jobs: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .jobs)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.jobsOfWeek)) var week: String?

    func request() -> ClientRequest { ClientRequest(.jobs, [week]) }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        recordTable(try reply.records(as: JobListing.self), ListColumns.jobs, style)
    }
}

struct Job: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .job)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.job)) var job: String

    func request() -> ClientRequest { ClientRequest(.job, [job]) }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        recordTable(try reply.records(as: JobListing.self), ListColumns.jobs, style)
    }
}

struct Watch: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: summary(of: .watch), discussion: CommandNote.watch[.ofProcess])
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.job)) var job: String

    func request() -> ClientRequest { ClientRequest(.watch, [job]) }

    func perform(_ session: CommandSession) async throws {
        let reply = try await JobFollower(session, job: job).follow()
        session.show(reply) { text(reply, $0) }
    }

    func text(_ reply: Reply, _ style: Style) -> String {
        if reply.fields["preview"] == "yes" { return reply.line(ClientText.proposed, style) }
        // A study makes no plan.
        return reply.line(reply.fields["version"] == nil ? .stoppedJob : .solved, style)
    }
}

struct Stop: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .stop)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.job)) var job: String

    func request() -> ClientRequest { ClientRequest(.stop, [job]) }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.stoppedJob, style) }
}

struct Cancel: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .cancel)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.job)) var job: String

    func request() -> ClientRequest { ClientRequest(.cancel, [job]) }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.cancelled, style) }
}
