/// Rows of H9: a request starts after the end of those it comes after.
extension FormulationBuilder {
    /// Summed over starts: what starts by a slot is at most what is over before it. Stronger than a row for each start by
    /// itself (Christofides, Alvarez-Valdes and Tamarit, EJOR 29, 1987). Where a later start has the same sessions over
    /// before it, its row holds the earlier one's.
    mutating func addOrderRows() {
        for request in 0..<instance.requestCount where !instance.ofRequest[request].isEmpty {
            for before in instance.tables.predecessors[request] { addOrderRows(request, after: before) }
        }
    }

    private mutating func addOrderRows(_ request: Int, after before: Int) {
        let starts = Set(instance.ofRequest[request].map { instance.placements[$0].start }).sorted()
        for (position, start) in starts.enumerated() {
            let over = { (placement: Placement) in placement.end <= start }
            if position + 1 < starts.count {
                let next = starts[position + 1]
                let isContained = instance.ofRequest[before].allSatisfy {
                    instance.placements[$0].end <= start || instance.placements[$0].end > next
                }
                if isContained { continue }
            }
            var row = SparseRow()
            add(sessionsOf: request, times: 1, to: &row) { $0.start <= start }
            add(sessionsOf: before, times: -1, to: &row, where: over)
            add(row, upper: 0) { $0.row("after", $0.request(request), $0.request(before), $0.slot(Int(start))) }
        }
    }

    /// Adds the sessions of a request at some of its placements, or `1 − unheld` less the others where that is shorter.
    func add(sessionsOf request: Int, times factor: Double, to row: inout SparseRow, where holds: (Placement) -> Bool) {
        var (counted, others): ([Int], [Int]) = ([], [])
        for number in instance.ofRequest[request] {
            let placement = instance.placements[number]
            let sessions = instance.venues(placement).map(columns.session)
            if holds(placement) { counted += sessions } else { others += sessions }
        }
        if counted.count <= others.count {
            for column in counted { row.add(factor, column) }
            return
        }
        row.add(constant: factor)
        row.add(-factor, columns.unheld(request))
        for column in others { row.add(-factor, column) }
    }
}
