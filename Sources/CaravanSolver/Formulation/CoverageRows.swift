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
            let byRequest = Dictionary(grouping: members[number]) { instance.placements[$0.placement].request }
            for (request, counted) in byRequest.sorted(by: { $0.key < $1.key }) {
                add(Int(request), counted, in: group, to: &row)
            }
            addGroup(group, row, slack: columns.slack(number))
        }
    }

    /// What sessions of a request count: in targets and caps the same everywhere, in a rule's rows maybe not.
    private func add(
        _ request: Int, _ counted: [(placement: Int, amount: Double)], in group: CoverageGroup, to row: inout SparseRow
    ) {
        let amount = counted[0].amount
        if counted.allSatisfy({ $0.amount == amount }) {
            let places = Set(counted.map { instance.placements[$0.placement].firstVenue })
            return add(sessionsOf: request, times: group.counted(amount), to: &row) {
                places.contains($0.firstVenue)
            }
        }
        for it in counted {
            for at in instance.venues(instance.placements[it.placement]) {
                row.add(group.counted(it.amount), columns.session(at))
            }
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
