/// Rows of targets and caps (H10 and their terms).
extension FormulationBuilder {
    /// What a group counts is compared with its threshold; the slack column is what is missing or too much.
    mutating func addCoverageRows() {
        var members = [[(placement: Int, amount: Double)]](repeating: [], count: instance.groups.count)
        for (number, placement) in instance.placements.enumerated() {
            for at in instance.hits(placement) {
                members[Int(instance.hits[at].group)].append((number, instance.hits[at].amount))
            }
        }
        for (number, group) in instance.groups.enumerated() {
            var row = SparseRow()
            let alike = Dictionary(grouping: members[number]) {
                Share(request: instance.placements[$0.placement].request, amount: $0.amount)
            }
            for (share, counted) in alike.sorted(by: { $0.key < $1.key }) {
                let places = Set(counted.map { instance.placements[$0.placement].firstVenue })
                add(sessionsOf: Int(share.request), times: group.counted(share.amount), to: &row) {
                    places.contains($0.firstVenue)
                }
            }
            addGroup(group, row, slack: columns.slack(number))
        }
    }

    private mutating func addGroup(_ group: CoverageGroup, _ row: SparseRow, slack: Int?) {
        var row = row
        switch group.kind {
        case .target:
            if let slack { row.add(1, slack) }
            add(row, lower: group.threshold) { $0.row("target", $0.group(group)) }
        case .softCap:
            guard let slack else { return }
            row.add(-1, slack)
            add(row, upper: group.threshold) { $0.row("cap", $0.group(group)) }
        case .hardCap:
            add(row, upper: group.threshold) { $0.row("cap", $0.group(group)) }
        case .rowRule:
            add(row, upper: group.threshold) { $0.row("rule", $0.group(group)) }
        }
    }
}

/// What some sessions of a request count in a group.
private struct Share: Hashable, Comparable {
    let request: Int32
    let amount: Double

    static func < (a: Share, b: Share) -> Bool { (a.request, a.amount) < (b.request, b.amount) }
}
