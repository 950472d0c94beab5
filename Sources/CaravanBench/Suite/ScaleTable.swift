/// What Caravan costs as weeks grow, and with which power of the number of requests.
struct ScaleTable: Sendable {
    private let records: [WeekRecord]
    /// The gap whose time is measured.
    static let gap = 0.05

    /// Of these weeks those that differ in size alone count: plain generated ones.
    init(_ records: [WeekRecord]) {
        self.records = records.filter { BenchmarkSuite.sizes.contains($0.kind) }
            .sorted { $0.requests < $1.requests }
    }

    /// A figure of a run.
    private struct Cost {
        let name: String
        let text: (Double) -> String
        let value: (SolverRun) -> Double?
    }

    private static var costs: [Cost] {
        [
            Cost(name: "first plan s", text: FigureText.seconds) { $0.trajectory.firstPlan },
            Cost(name: "5 % gap s", text: FigureText.seconds) { $0.trajectory.seconds(toGap: gap) },
            Cost(name: "peak MB", text: FigureText.whole) { $0.statistics["peakMB"] },
            Cost(name: "placements", text: FigureText.whole) { $0.statistics["placements"] },
            Cost(name: "candidates", text: FigureText.whole) { $0.statistics["candidates"] },
        ]
    }

    /// Median and range of every cost by size, and the exponent of requests in the last row, fitted to all weeks.
    var table: MarkdownTable {
        var table = MarkdownTable(["size", "weeks", "requests"] + Self.costs.map(\.name))
        for kind in WeekRecord.kinds(of: records) {
            let weeks = records.filter { $0.kind == kind }
            let runs = weeks.map { $0.run(of: "caravan") }
            table.append(
                [kind, String(weeks.count), FigureText.whole(Double(weeks.first?.requests ?? 0))]
                    + Self.costs.map { cost in FigureText.shown(runs.map { $0.flatMap(cost.value) }, cost.text) })
        }
        if Set(records.map(\.kind)).count > 1 { table.append(["exponent", "", ""] + Self.costs.map(exponent)) }
        return table
    }

    private func exponent(_ cost: Cost) -> String {
        let samples = records.compactMap { record in
            record.run(of: "caravan").flatMap(cost.value).map { (size: Double(record.requests), cost: $0) }
        }
        return FigureText.shown(PowerLaw(samples)?.exponent, FigureText.seconds)
    }
}
