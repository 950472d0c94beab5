import ArgumentParser
import CaravanCore
import CaravanLanguage
import CaravanProtocol

struct Plans: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .plans)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String

    func request() -> ClientRequest { ClientRequest(.plans, [week]) }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        recordTable(try reply.records(as: PlanListing.self), ListColumns.plans, style)
    }
}

struct PlanTimetable: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "plan", abstract: summary(of: .plan))
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(help: .saying(.version)) var version: String?

    func request() -> ClientRequest { ClientRequest(.plan, [week], ["version": version]) }

    func perform(_ session: CommandSession) async throws {
        let reply = try await session.ask(request())
        if session.console.isJSON { return session.show(reply) { text(reply, $0) } }
        let document = try await session.ask(ClientRequest(.week, [week])).records.first ?? .null
        let (names, plan) = (WeekNames(document), reply.records.first ?? .null)
        session.show(reply) { style in
            PlanReport.heading(names, plan, isPublished: reply.isPublished, style) + "\n"
                + Timetable(plan: plan, names: names, style).text(style)
        }
    }

    func text(_ reply: Reply, _ style: Style) -> String { reply.records.first?.prettyText ?? "" }
}

struct Show: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: ClientHelp.show[.ofProcess])
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(help: .saying(.version)) var version: String?

    func request() -> ClientRequest { ClientRequest(.plan, [week], ["version": version]) }

    func perform(_ session: CommandSession) async throws {
        let plan = try await session.ask(request())
        // Whatever is stored meanwhile, everything is about the version that came first.
        let version = plan.fields["version"] ?? version
        let document = try await session.ask(ClientRequest(.week, [week]))
        func coverage(by grouping: String) async throws -> Reply {
            try await session.ask(ClientRequest(.coverage, [week], ["version": version, "by": grouping]))
        }
        let townships = try await coverage(by: "township")
        let funds = try await coverage(by: "fund")
        let unheld = try await session.ask(ClientRequest(.explain, [week], ["version": version]))
        if session.console.isJSON {
            for reply in [plan, townships, funds, unheld] { session.show(reply) { text(reply, $0) } }
            return
        }
        let report = PlanReport(
            names: WeekNames(document.records.first ?? .null), plan: plan.records.first ?? .null,
            isPublished: plan.isPublished, townships: try townships.records(as: CoverageRecord.self),
            funds: try funds.records(as: CoverageRecord.self),
            unheld: try unheld.records(as: ExplanationRecord.self, with: "held").filter { !$0.held })
        session.show(plan) { report.text($0) }
    }

    func text(_ reply: Reply, _ style: Style) -> String { reply.records.first?.prettyText ?? "" }
}

struct Publish: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .publish)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(help: .saying(.versionToPublish)) var version: String
    @Flag(help: .saying(.anyway)) var anyway = false
    @OptionGroup var condition: ConditionOption

    func request() -> ClientRequest {
        ClientRequest(
            .publish, [week], ["version": version, "anyway": anyway ? "yes" : nil, "if": condition.revision])
    }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.publishedPlan, style) }
}

struct Diff: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .diff)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(help: .saying(.firstVersion)) var from: String
    @Option(help: .saying(.secondVersion)) var to: String
    @OptionGroup var told: ToldOptions

    func request() -> ClientRequest {
        ClientRequest(.diff, [week], ["from": from, "to": to, "for": told.party, "by": told.grouping])
    }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        if told.byMember { return try NoticeReport(reply).text(style) }
        let records = try reply.records(as: DifferenceRecord.self)
        let table = records.isEmpty ? "" : recordTable(records, ListColumns.differences, style)
        return table + reply.line(ClientText.differences, style)
    }
}

extension Reply {
    /// Whether the closing line of `PLAN` says that the version is published.
    var isPublished: Bool { fields["published"] == "yes" }
}
