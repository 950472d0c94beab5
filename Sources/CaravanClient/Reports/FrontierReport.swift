import CaravanCore
import CaravanLanguage

/// What each further change of a plan buys, as a table: a number of changes a line.
struct FrontierReport {
    private let points: [JSON]

    /// Takes the records of a frontier.
    init(_ points: [JSON]) { self.points = points }

    /// The table under its heading; nothing where there are no records.
    func text(_ style: Style) -> String {
        if points.isEmpty { return "" }
        let heading = style.bold(style.text(ClientHeading.frontier)) + "\n"
        return heading + recordTable(gains, Self.columns, style, indent: 2)
    }

    /// The records, each with the points that it has less than the one before.
    private var gains: [JSON] {
        points.enumerated().map { position, point in
            guard position > 0, var fields = point.object, let now = point["objective"]?.number,
                let before = points[position - 1]["objective"]?.number
            else { return point }
            fields["gain"] = .number(before - now)
            return .object(fields)
        }
    }

    private static let columns: [RecordColumn] = [
        .number(.changesAtMost, "changes"), .number(.objective, "objective", decimals: 1),
        .number(.bound, "bound", decimals: 1), .percent(.gap, "gap"), .number(.gain, "gain", decimals: 1),
    ]
}
