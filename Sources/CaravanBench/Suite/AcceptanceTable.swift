/// The figures that the program is judged by, medians and ranges over the weeks of each kind.
struct AcceptanceTable: Sendable {
    private let records: [WeekRecord]

    /// A table of these weeks.
    init(_ records: [WeekRecord]) { self.records = records }

    /// The table. Figures against a peer are relative: an objective of −5 % and a bound of +1 % are better than the peer's.
    var table: MarkdownTable {
        var table = MarkdownTable(["weeks", "measure", "median (range)"])
        for kind in WeekRecord.kinds(of: records) {
            let weeks = records.filter { $0.kind == kind }
            for row in AcceptanceMeasure.measures(of: kind).flatMap({ $0.rows(of: weeks) }) {
                table.append(["\(kind) (\(weeks.count))", row.name, row.figure])
            }
        }
        return table
    }
}
