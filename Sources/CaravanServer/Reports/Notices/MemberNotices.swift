import CaravanCore
import CaravanLanguage
import CaravanProtocol

/// The records of `DIFF` and `REPLAN` with `by=member`: who is to be told, and what.
struct MemberNotices {
    /// In the order of the week; members that it no longer has come last.
    let records: [NoticeRecord]

    /// - Parameter only: the one member to be told, if not all.
    init(_ differences: [DifferenceRecords.Difference], only: String?, in week: Week, before: Week) {
        let text = NoticeText(week, before: before)
        var changes: [String: [DifferenceRecords.Difference]] = [:]
        for difference in differences {
            let crew = Set((difference.was?.crew ?? []) + (difference.now?.crew ?? []))
            for member in crew where only == nil || member == only {
                if MemberChange(of: member, from: difference.was, to: difference.now) != nil {
                    changes[member, default: []].append(difference)
                }
            }
        }
        let order = changes.keys.sorted { left, right in
            (week.member(left) ?? .max, left) < (week.member(right) ?? .max, right)
        }
        records = order.map { Self.record(of: $0, changes[$0] ?? [], week, before, text) }
    }

    private static func record(
        of member: String, _ differences: [DifferenceRecords.Difference], _ week: Week, _ before: Week,
        _ text: NoticeText
    ) -> NoticeRecord {
        let known = week.member(member).map { week.members[$0] } ?? before.member(member).map { before.members[$0] }
        var lines: [Bilingual] = []
        var record = NoticeRecord()
        for difference in differences {
            guard let kind = MemberChange(of: member, from: difference.was, to: difference.now) else { continue }
            let line = text.line(kind, of: member, from: difference.was, to: difference.now)
            lines.append(line)
            var change = NoticeRecord.Change()
            (change.request, change.change) = (difference.request, kind.rawValue)
            (change.from, change.to, change.text) = (difference.was, difference.now, line)
            record.changes.append(change)
        }
        record.member = member
        if let name = known?.name, !name.isEmpty { record.name = name }
        record.pool = known?.pool.rawValue
        record.message = text.message(to: member, pool: known?.pool, lines)
        return record
    }
}
