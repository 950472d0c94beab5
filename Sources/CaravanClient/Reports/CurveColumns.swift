import CaravanCore
import CaravanProtocol

/// Columns of `CURVE` and `WORTH`.
enum CurveColumns {
    /// Columns of a curve's steps, with a bar for the sessions held.
    static func steps(_ records: [CurveRecord]) -> [RecordColumn<CurveRecord>] {
        let most = Double(records.map(\.held).max() ?? 0)
        let bar = RecordColumn<CurveRecord>(title: .sessions, alignment: .leading, fit: .fixed) { record, _ in
            Bar.text(Double(record.held), of: most)
        }
        return [
            .number(.limit) { $0.limit }, .number(.money) { $0.charged },
            .number(.objective, decimals: 1) { $0.objective },
            .number(.bound, decimals: 1) { $0.bound }, .count(.held) { $0.held }, bar,
            .number(.attendance) { $0.attendance }, .count(.reached) { $0.reached },
            .number(.shortfall, decimals: 1) { $0.shortfallPoints }, .identifiers(.lost) { $0.lost },
        ]
    }

    /// Columns of the requests that go.
    static let gone: [RecordColumn<CurveDropRecord>] = [
        .number(.goesAt) { $0.goesAt }, .text(.request) { $0.request }, .text(.title) { $0.title },
        .number(.value) { $0.value },
    ]

    /// Columns of things and what they are worth.
    static func worth(_ records: [WorthRecord]) -> [RecordColumn<WorthRecord>] {
        let most = records.map(\.points).max() ?? 0
        let bar = RecordColumn<WorthRecord>(title: .points, alignment: .leading, fit: .fixed) { record, _ in
            Bar.text(record.points, of: most)
        }
        return [
            .number(.worth, decimals: 1) { $0.points }, .word(.unit) { $0.unit }, bar, .sentence(.thing) { $0.text },
        ]
    }
}
