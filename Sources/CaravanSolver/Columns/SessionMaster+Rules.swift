/// Rows of the rules that have multipliers.
extension SessionMaster {
    /// What each session takes of each row.
    func ruleEntries(_ fares: [(points: Double, yuan: Double)]) -> [Entry] {
        var entries: [Entry] = []
        entries.reserveCapacity(16 * sessions.count)
        for (number, session) in sessions.enumerated() {
            let column = Int32(column(number))
            let (it, fund) = (placement(number), table.sections.fund(instance.tables.fund[request(number)]))
            // What goes to one fund is one entry.
            var yuan = 0.0
            func take(_ row: Int, _ amount: Double) {
                if row == fund {
                    yuan += amount
                } else {
                    entries.append(Entry(row: row, column: column, value: amount))
                }
            }
            instance.forEachUse(ofPlacement: it, venue: Int(session.room), take)
            for at in session.crew { instance.forEachUse(ofMember: Int(at), it, take) }
            let travel = table.sections.fund(instance.tables.travelFund)
            if fares[number].yuan != 0 { take(travel, fares[number].yuan) }
            if yuan != 0 { entries.append(Entry(row: fund, column: column, value: yuan)) }
        }
        addOrder(to: &entries)
        return entries
    }

    private func addOrder(to entries: inout [Entry]) {
        guard !table.orders.isEmpty else { return }
        let ofRequest = Dictionary(grouping: sessions.indices, by: request)
        for (number, order) in table.orders.enumerated() {
            let row = table.order(number)
            for session in ofRequest[order.later] ?? [] where Int(placement(session).start) <= order.slot {
                entries.append(Entry(row: row, column: Int32(column(session)), value: 1))
            }
            for session in ofRequest[order.earlier] ?? [] where Int(placement(session).end) <= order.slot {
                entries.append(Entry(row: row, column: Int32(column(session)), value: -1))
            }
        }
    }

    mutating func addOnceRows() {
        var rows = [SparseRow](repeating: SparseRow(), count: instance.requestCount)
        for request in rows.indices { rows[request].add(1, request) }
        for session in sessions.indices { rows[request(session)].add(1, column(session)) }
        for (request, row) in rows.enumerated() { add(.once(request), row, lower: 1, upper: 1) }
    }

    /// The rows of all rules that have entries, in the order of the multipliers.
    mutating func addRuleRows(_ entries: inout [Entry]) {
        entries.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        var reached = [Bool](repeating: false, count: instance.groups.count)
        var first = 0
        while first < entries.count {
            let row = entries[first].row
            let end = entries[first...].firstIndex { $0.row != row } ?? entries.count
            if table.groups.contains(row) { reached[row - table.groups.lowerBound] = true }
            addRule(row, entries[first..<end])
            first = end
        }
        // What no session here counts towards is missing as a whole.
        for (number, group) in instance.groups.enumerated() where !reached[number] {
            program.constant += group.points(at: 0)
            if group.kind == .target { unreached.append(number) }
        }
    }

    private mutating func addRule(_ number: Int, _ entries: ArraySlice<Entry>) {
        // A waived row binds nobody.
        if table.ceiling[number] == 0 { return }
        if number < table.sections.funds.lowerBound {
            let firstSession = instance.requestCount
            let requests = entries.map { request(Int($0.column) - firstSession) }
            guard exceeds(table.limit[number], requests) else { return }
        }
        if number >= table.groups.upperBound, !entries.contains(where: { $0.value > 0 }) { return }
        var row = SparseRow()
        for entry in entries { row.add(entry.value, Int(entry.column)) }
        if table.groups.contains(number) {
            let group = instance.groups[number - table.groups.lowerBound]
            if group.hasSlack {
                row.add(-1, columns.count)
                add(.slack(number - table.groups.lowerBound), cost: group.weight)
            }
        }
        add(.rule(number), row, upper: table.limit[number])
    }

    /// What a fund cannot pay for together (cover cuts), by the requests that are not held.
    mutating func addCoverRows() {
        for (number, cover) in table.covers.enumerated() {
            var row = SparseRow()
            for (request, coefficient) in zip(cover.requests, cover.coefficients) { row.add(-coefficient, request) }
            if row.isEmpty { continue }
            add(.rule(table.cover(number)), row, upper: cover.most - cover.coefficients.reduce(0, +))
        }
    }
}
