import Foundation

/// Tables of trials' figures.
enum TrialTable {
    /// A table of one trial for a terminal: a figure a line, then what went wrong.
    static func plain(_ record: TrialRecord) -> String {
        let rows = record.figures.map { ($0.name, shown($0)) } + [("seconds", number(record.seconds))]
        let width = rows.map(\.0.count).max() ?? 0
        let lines = rows.map { "  \($0.0.padding(toLength: width, withPad: " ", startingAt: 0))  \($0.1)" }
        let end = record.isPassed ? "passed" : "FAILED"
        let failures = record.failures.map { "  ! \($0)" }
        return (["\(record.name), seed \(record.seed): \(end)"] + lines + failures).joined(separator: "\n")
    }

    /// The rows of a Markdown table, a trial each.
    static func markdown(_ records: [TrialRecord]) -> String {
        let rows = records.map { record in
            let figures = record.figures.map { "\($0.name) \(shown($0))" }.joined(separator: "; ")
            let end = record.isPassed ? "none" : "\(record.failures.count)"
            return "| \(record.name) | \(number(record.seconds)) s | \(record.seed) | \(figures) | \(end) |"
        }
        return (["| trial | time | seed | figures | failures |", "|---|---|---|---|---|"] + rows).joined(
            separator: "\n")
    }

    private static func shown(_ figure: TrialRecord.Figure) -> String {
        number(figure.value) + (figure.unit.isEmpty ? "" : " " + figure.unit)
    }

    /// Whole numbers with separators, others with two digits.
    private static func number(_ value: Double) -> String {
        guard value.magnitude < 1e15 else { return "\(value)" }
        if value.rounded() != value { return String(format: value.magnitude < 10 ? "%.2f" : "%.1f", value) }
        let digits = Array(String(Int(value.magnitude)))
        let grouped = digits.enumerated().map { at, digit in
            at > 0 && (digits.count - at).isMultiple(of: 3) ? ",\(digit)" : String(digit)
        }
        return (value < 0 ? "-" : "") + grouped.joined()
    }
}
