import CaravanCore

/// Columns of `CRITICAL`: a resource a line, with a bar for what its loss costs.
enum LossColumns {
    /// The columns for these losses.
    static func columns(for records: [JSON]) -> [RecordColumn] {
        let largest = records.compactMap { $0["delta"]?.number }.max() ?? 0
        let pools = Set(records.compactMap { $0["pool"]?.string })
        let bar = RecordColumn(title: .points, alignment: .leading, fit: .fixed) { record, _ in
            Bar.text(record["delta"]?.number ?? 0, of: largest)
        }
        return [.text(.resource, "resource"), .text(.name, "name")] + (pools.count > 1 ? [.word(.pool, "pool")] : [])
            + [
                .number(.sessions, "sessions"), ScenarioColumns.delta, ScenarioColumns.range, bar,
                ScenarioColumns.identifiers(.lost, "lost"), groups(.township, "coverage", "township"),
                groups(.audience, "audiences", "audience"), ScenarioColumns.refusal,
            ]
    }

    static let standby: [RecordColumn] = [
        .text(.request, "request"), .text(.slot, "start"), .text(.member, "member"), .text(.substitute, "substitute"),
        .number(.choices, "choices"), .number(.points, "points", decimals: 1), .number(.money, "yuan"),
    ]

    /// The worst first, what nobody can do without before all others: the order in which the daemon tells them when they
    /// are not asked for as they come.
    static func worstFirst(_ records: [JSON]) -> [JSON] {
        func rank(_ record: JSON) -> (Double, Double, Double) {
            (
                -(record["delta"]?.number ?? .infinity), -(record["deltaHigh"]?.number ?? .infinity),
                record["number"]?.number ?? 0
            )
        }
        return records.sorted { rank($0) < rank($1) }
    }

    /// Which groups have fewer sessions, and how many fewer, where they are few.
    private static func groups(_ title: Message, _ key: String, _ name: String) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, style in
            let lost = (record[key]?.array ?? []).compactMap { group -> String? in
                guard let sessions = group["sessions"]?.number, sessions < 0, let id = group[name]?.string else {
                    return nil
                }
                return "\(style.word(id)) \(NumberText.grouped(sessions))"
            }
            return lost.count <= 2 ? lost.joined(separator: style.text(.listSeparator)) : String(lost.count)
        }
    }
}
