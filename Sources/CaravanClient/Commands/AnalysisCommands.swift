import ArgumentParser
import CaravanProtocol

struct WhatIf: DaemonCommand {
    static let configuration = CommandConfiguration(commandName: "whatif", abstract: summary(of: .whatif))
    @OptionGroup var common: CommonOptions
    @Argument(help: "Identifier of the week.") var week: String
    @Argument(help: "Scenarios as JSON, or - for standard input.", completion: .file()) var file: String
    @Option(help: "Plan version against which changes cost points.") var baseline: String?
    @Option(help: ArgumentHelp("Wall time, e.g. 30s.", valueName: "duration")) var limit: String?

    func request() -> ClientRequest {
        ClientRequest(.whatif, [week], ["baseline": baseline, "limit": limit], body: file)
    }

    func text(_ reply: Reply, _ style: Style) -> String {
        recordTable(reply.records, ScenarioColumns.all, style)
    }
}

struct Critical: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: summary(of: .critical))
    @OptionGroup var common: CommonOptions
    @Argument(help: "Identifier of the week.") var week: String
    @Option(
        help: "Only experts, mentors, kits or venues.", completion: .list(["experts", "mentors", "kits", "venues"]))
    var pool: String?
    @Option(help: ArgumentHelp("Wall time, e.g. 30s.", valueName: "duration")) var limit: String?

    func request() -> ClientRequest { ClientRequest(.critical, [week], ["pool": pool, "limit": limit]) }

    func text(_ reply: Reply, _ style: Style) -> String {
        recordTable(reply.records, [.text(.name, "resource"), .number(.points, "delta", decimals: 1)], style)
    }
}

struct Explain: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: summary(of: .explain))
    @OptionGroup var common: CommonOptions
    @Argument(help: "Identifier of the week.") var week: String
    @Argument(help: "Identifier of the request; absent: all that are not held.") var identifier: String?
    @Option(help: "Plan version: a number, latest or published.") var version: String?

    func request() -> ClientRequest { ClientRequest(.explain, [week, identifier], ["version": version]) }

    func text(_ reply: Reply, _ style: Style) -> String {
        if reply.records.isEmpty { return style.text(.allHeld) + "\n" }
        if reply.fields["contradictions"] != nil { return ExplanationReport.contradictions(reply.records, style) }
        if identifier != nil, let record = reply.records.first { return ExplanationReport(record).text(style) }
        return recordTable(reply.records, ExplainColumns.unheld, style)
    }
}

struct Coverage: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: summary(of: .coverage))
    @OptionGroup var common: CommonOptions
    @Argument(help: "Identifier of the week.") var week: String
    @Option(
        help: "township, county, audience, fund, member or venue.",
        completion: .list(["township", "county", "audience", "fund", "member", "venue"]))
    var by = "township"
    @Option(help: "Plan version: a number, latest or published.") var version: String?

    func request() -> ClientRequest { ClientRequest(.coverage, [week], ["version": version, "by": by]) }

    func text(_ reply: Reply, _ style: Style) -> String {
        recordTable(reply.records, CoverageColumns.columns(for: by), style)
    }
}
