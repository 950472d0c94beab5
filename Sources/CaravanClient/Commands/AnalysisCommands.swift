import ArgumentParser
import CaravanLanguage
import CaravanProtocol

struct Explain: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .explain)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.requestOrAll)) var identifier: String?
    @Option(help: .saying(.version)) var version: String?

    func request() -> ClientRequest { ClientRequest(.explain, [week, identifier], ["version": version]) }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        if reply.records.isEmpty { return style.text(PlanText.allHeld) + "\n" }
        if reply.fields["contradictions"] != nil {
            return ExplanationReport.contradictions(try reply.records(as: ContradictionRecord.self), style)
        }
        let records = try reply.records(as: ExplanationRecord.self)
        if identifier != nil, let record = records.first { return ExplanationReport(record).text(style) }
        return recordTable(records, ExplainColumns.unheld, style)
    }
}

struct Coverage: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .coverage)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(
        help: .saying(.coverageBy),
        completion: .list(["township", "county", "audience", "fund", "member", "venue"]))
    var by = "township"
    @Option(help: .saying(.version)) var version: String?

    func request() -> ClientRequest { ClientRequest(.coverage, [week], ["version": version, "by": by]) }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        recordTable(try reply.records(as: CoverageRecord.self), CoverageColumns.columns(for: by), style)
    }
}
