/// What many cancellations came to: medians and 95th percentiles.
struct ReplanTable: Sendable {
    private let records: [ReplanRecord]

    /// A table of some records.
    init(_ records: [ReplanRecord]) { self.records = records }

    /// The table.
    var table: MarkdownTable {
        var table = MarkdownTable(["of \(records.count) cancellations", "median", "95th percentile", "most"])
        add(to: &table, "seconds", records.map(\.seconds), FigureText.seconds)
        add(to: &table, "processor seconds", records.map(\.processorSeconds), FigureText.seconds)
        add(to: &table, "gap", records.map(\.gap), FigureText.percent)
        add(to: &table, "gap above the baseline's", records.map { $0.gap - $0.baselineGap }, FigureText.signedPercent)
        add(to: &table, "sessions changed", records.map { Double($0.changed) }, FigureText.whole)
        add(to: &table, "points below the repaired", records.map { $0.repaired - $0.objective }, FigureText.whole)
        return table
    }

    private func add(
        to table: inout MarkdownTable, _ name: String, _ values: [Double], _ text: (Double) -> String
    ) {
        let cells = [0.5, 0.95, 1].map { share in FigureText.shown(Percentile.of(values, share), text) }
        table.append([name] + cells)
    }
}
