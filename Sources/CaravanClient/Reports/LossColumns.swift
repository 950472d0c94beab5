import CaravanCore
import CaravanLanguage
import CaravanPresentation

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
                ScenarioColumns.identifiers(.lost, "lost"), groups(.township, "coverage", "township", .townshipCount),
                groups(.audience, "audiences", "audience", .audienceCount), refusal,
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

    /// Why nothing is known of a loss: no plan keeps the hard rules without the resource.
    private static let refusal = RecordColumn(title: .message, alignment: .leading, fit: .whole) { record, style in
        record["error"]?.said("message", style.language) ?? ""
    }

    /// Which groups have fewer sessions, and how many fewer, where they are few.
    private static func groups(_ title: Word, _ key: String, _ name: String, _ count: ClientText) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, style in
            let lost = (record[key]?.array ?? []).compactMap { group -> String? in
                guard let sessions = group["sessions"]?.number, sessions < 0, let id = group[name]?.string else {
                    return nil
                }
                return "\(style.word(id)) \(NumberText.grouped(sessions))"
            }
            return (lost.count <= 2 ? lost.listed() : count(lost.count))[style.language]
        }
    }
}
