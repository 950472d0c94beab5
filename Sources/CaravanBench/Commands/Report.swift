import ArgumentParser

/// Prints the tables of records that are there already, without solving anything.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the tables of records; of the same week, the last run of each solver counts.")

    @Argument(help: "JSON files of suite or compare.") var files: [String]

    func run() throws { Console.say(ReportText(try RecordFiles.read(files)).text) }
}

/// All tables over weeks of several kinds.
struct ReportText {
    let text: String

    init(_ records: [WeekRecord]) {
        let tables = ComparisonTables(at: BenchmarkSuite.moments)
        let kinds = WeekRecord.kinds(of: records).map { kind in records.filter { $0.kind == kind } }
        let scale = ScaleTable(records).table
        let texts =
            [AcceptanceTable(records).table] + (scale.isEmpty ? [] : [scale])
            + kinds.flatMap { weeks in
                // Real weeks are no sample of one size: each stands for itself.
                let isSample = !["real", "given"].contains(weeks.first?.kind)
                return (isSample ? [tables.summary(of: weeks)] : weeks.map { tables.table(of: $0) })
                    + [tables.courses(of: weeks)]
            }
        text = texts.map(\.text).joined(separator: "\n")
    }
}
