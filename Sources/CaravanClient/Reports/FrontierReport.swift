import CaravanCore
import CaravanLanguage
import CaravanProtocol

/// What each further change of a plan buys, as a table: a number of changes a line.
struct FrontierReport {
    private let points: [FrontierRecord]

    /// Takes the records of a frontier.
    init(_ points: [FrontierRecord]) { self.points = points }

    /// The table under its heading; nothing where there are no records.
    func text(_ style: Style) -> String {
        if points.isEmpty { return "" }
        let heading = style.bold(style.text(ClientHeading.frontier)) + "\n"
        let gains = points.indices.map { $0 > 0 ? points[$0 - 1].objective - points[$0].objective : nil }
        return heading + recordTable(Array(zip(points, gains)), Self.columns, style, indent: 2)
    }

    /// With each record go the points that it has less than the one before.
    private static let columns: [RecordColumn<(FrontierRecord, Double?)>] = [
        .count(.changesAtMost) { $0.0.changes }, .number(.objective, decimals: 1) { $0.0.objective },
        .number(.bound, decimals: 1) { $0.0.bound }, .percent(.gap) { $0.0.gap },
        .number(.gain, decimals: 1) { $0.1 },
    ]
}
