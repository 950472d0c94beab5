import CaravanCore

/// Columns of `CURVE` and `WORTH`.
enum CurveColumns {
    /// Columns of a curve's steps, with a bar for the sessions held.
    static func steps(_ records: [JSON]) -> [RecordColumn] {
        let most = records.compactMap { $0["held"]?.number }.max() ?? 0
        let bar = RecordColumn(title: .sessions, alignment: .leading, fit: .fixed) { record, _ in
            Bar.text(record["held"]?.number ?? 0, of: most)
        }
        return [
            .number(.limit, "limit"), .number(.money, "charged"), .number(.objective, "objective", decimals: 1),
            .number(.bound, "bound", decimals: 1), .number(.held, "held"), bar, .number(.attendance, "attendance"),
            .number(.reached, "reached"), .number(.shortfall, "shortfallPoints", decimals: 1),
            ScenarioColumns.identifiers(.lost, "lost"),
        ]
    }

    /// Columns of the requests that go.
    static let gone: [RecordColumn] = [
        .number(.goesAt, "goesAt"), .text(.request, "request"), .text(.title, "title"), .number(.value, "value"),
    ]

    /// Columns of things and what they are worth.
    static func worth(_ records: [JSON]) -> [RecordColumn] {
        let most = records.compactMap { $0["points"]?.number }.max() ?? 0
        let bar = RecordColumn(title: .points, alignment: .leading, fit: .fixed) { record, _ in
            Bar.text(record["points"]?.number ?? 0, of: most)
        }
        let thing = RecordColumn(title: .thing, alignment: .leading, fit: .whole) { record, style in
            record[style.language == .chinese ? "textZh" : "text"]?.string ?? ""
        }
        return [.number(.worth, "points", decimals: 1), .word(.unit, "unit"), bar, thing]
    }
}
