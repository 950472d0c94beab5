import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// Columns of `CRITICAL`: a resource a line, with a bar for what its loss costs.
enum LossColumns {
    typealias Column = RecordColumn<LossRecord>

    /// The columns for these losses.
    static func columns(for records: [LossRecord]) -> [Column] {
        let largest = records.compactMap { $0.figures?.delta }.max() ?? 0
        let bar = Column(title: .points, alignment: .leading, fit: .fixed) { record, _ in
            Bar.text(record.figures?.delta ?? 0, of: largest)
        }
        let names: [Column] = [.text(.resource) { $0.resource }, .text(.name) { $0.name }]
        let pools: [Column] = Set(records.map(\.pool)).count > 1 ? [.word(.pool) { $0.pool }] : []
        let rest: [Column] = [
            .count(.sessions) { $0.sessions }, .delta, .range, bar, .identifiers(.lost) { $0.figures?.lost },
            groups(.township, .townshipCount, \.coverage, \.township),
            groups(.audience, .audienceCount, \.audiences, \.audience), refusal,
        ]
        return names + pools + rest
    }

    static let standby: [RecordColumn<StandbyRecord>] = [
        .text(.request) { $0.request }, .text(.slot) { $0.start }, .text(.member) { $0.member },
        .text(.substitute) { $0.substitute }, .count(.choices) { $0.choices },
        .number(.points, decimals: 1) { $0.points }, .number(.money) { $0.yuan },
    ]

    /// The worst first, what nobody can do without before all others: the order in which the daemon tells them when they
    /// are not asked for as they come.
    static func worstFirst(_ records: [LossRecord]) -> [LossRecord] {
        func rank(_ record: LossRecord) -> (Double, Double, Int) {
            (-(record.figures?.delta ?? .infinity), -(record.figures?.deltaHigh ?? .infinity), record.number)
        }
        return records.sorted { rank($0) < rank($1) }
    }

    /// Why nothing is known of a loss: no plan keeps the hard rules without the resource.
    private static let refusal = Column(title: .message, alignment: .leading, fit: .whole) { record, style in
        record.error?.message?[style.language] ?? ""
    }

    /// Which groups have fewer sessions, and how many fewer, where they are few.
    private static func groups(
        _ title: Word, _ count: ClientText, _ groups: KeyPath<ComparisonRecord, [ComparisonRecord.Group]> & Sendable,
        _ id: KeyPath<ComparisonRecord.Group, String?> & Sendable
    ) -> Column {
        Column(title: title, alignment: .leading) { record, style in
            let lost = (record.figures?[keyPath: groups] ?? []).compactMap { group -> String? in
                guard group.sessions < 0, let id = group[keyPath: id] else { return nil }
                return "\(style.word(id)) \(NumberText.grouped(Double(group.sessions)))"
            }
            return (lost.count <= 2 ? lost.listed() : count(lost.count))[style.language]
        }
    }
}
