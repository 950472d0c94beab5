/// Rows of the rules that have multipliers.
extension SessionMaster {
    /// What each session takes of each rule.
    func ruleEntries(_ pricing: Pricing, _ fares: [(points: Double, yuan: Double)]) -> [Entry] {
        var entries: [Entry] = []
        entries.reserveCapacity(16 * sessions.count)
        for (number, session) in sessions.enumerated() {
            let column = Int32(column(number))
            func take(_ rule: Int, _ value: Double) { entries.append(Entry(rule: rule, column: column, value: value)) }
            addPlace(of: session, take)
            addCrew(of: session, take)
            addMoney(of: session, fare: fares[number].yuan, take)
            for at in instance.hits(placement(number)) {
                let rule = rules.layout.group + Int(instance.hits[at].group)
                if pricing.counted[at] != 0 { take(rule, pricing.counted[at]) }
            }
        }
        addOrder(to: &entries)
        return entries
    }

    private func addPlace(of session: SessionColumn, _ take: (Int, Double) -> Void) {
        let it = instance.placements[Int(session.placement)]
        let venue = Int(instance.venueCandidates[Int(session.room)].venue) * instance.slotCount
        let audience = Int(it.township) * instance.audienceCount + instance.audience[Int(it.request)]
        for slot in Int(it.start)..<Int(it.end) {
            take(rules.layout.venue + venue + slot, 1)
            take(rules.layout.audience + audience * instance.slotCount + slot, 1)
        }
    }

    private func addCrew(of session: SessionColumn, _ take: (Int, Double) -> Void) {
        let it = instance.placements[Int(session.placement)]
        for at in session.crew {
            let member = Int(instance.memberCandidates[Int(at)].member)
            for slot in Int(it.start)..<Int(it.end) {
                take(rules.layout.member + member * instance.slotCount + slot, 1)
            }
            take(rules.layout.day + member * instance.dateCount + Int(it.date), 1)
            take(rules.layout.week + member, 1)
        }
    }

    private func addMoney(of session: SessionColumn, fare: Double, _ take: (Int, Double) -> Void) {
        let fund = instance.fund[instance.request(of: session)]
        var yuan = instance.venueCandidates[Int(session.room)].yuan
        for at in session.crew { yuan += instance.fee[Int(instance.memberCandidates[Int(at)].member)] }
        if fund == instance.travelFund { yuan += fare }
        if yuan != 0 { take(rules.layout.fund + fund, yuan) }
        if fund != instance.travelFund, fare != 0 { take(rules.layout.fund + instance.travelFund, fare) }
    }

    private func addOrder(to entries: inout [Entry]) {
        guard !rules.precedence.isEmpty else { return }
        let ofRequest = Dictionary(grouping: sessions.indices, by: request)
        for (number, row) in rules.precedence.enumerated() {
            let rule = rules.layout.precedence + number
            for session in ofRequest[row.later] ?? [] where Int(placement(session).start) <= row.slot {
                entries.append(Entry(rule: rule, column: Int32(column(session)), value: 1))
            }
            for session in ofRequest[row.earlier] ?? [] where Int(placement(session).end) <= row.slot {
                entries.append(Entry(rule: rule, column: Int32(column(session)), value: -1))
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
        entries.sort { ($0.rule, $0.column) < ($1.rule, $1.column) }
        var reached = [Bool](repeating: false, count: instance.groups.count)
        var first = 0
        while first < entries.count {
            let rule = entries[first].rule
            let end = entries[first...].firstIndex { $0.rule != rule } ?? entries.count
            if (rules.layout.group..<rules.layout.precedence).contains(rule) {
                reached[rule - rules.layout.group] = true
            }
            addRule(rule, entries[first..<end])
            first = end
        }
        // What no session here counts towards is missing as a whole.
        for (number, group) in instance.groups.enumerated() where !reached[number] {
            program.constant += group.points(at: 0)
        }
    }

    private mutating func addRule(_ rule: Int, _ entries: ArraySlice<Entry>) {
        let layout = rules.layout
        if rule < layout.fund {
            let firstSession = instance.requestCount
            let requests = entries.map { request(Int($0.column) - firstSession) }
            guard exceeds(rules.limit[rule], requests) else { return }
        }
        if rule >= layout.precedence, !entries.contains(where: { $0.value > 0 }) { return }
        var row = SparseRow()
        for entry in entries { row.add(entry.value, Int(entry.column)) }
        if (layout.group..<layout.precedence).contains(rule) {
            let group = instance.groups[rule - layout.group]
            if group.hasSlack {
                row.add(-1, columns.count)
                add(.slack(rule - layout.group), cost: group.weight)
            }
        }
        add(.rule(rule), row, upper: rules.limit[rule])
    }

    /// What a fund cannot pay for together (cover cuts), by the requests that are not held.
    mutating func addCoverRows() {
        for (number, cover) in rules.covers.enumerated() {
            var row = SparseRow()
            for (request, coefficient) in zip(cover.requests, cover.coefficients) { row.add(-coefficient, request) }
            if row.isEmpty { continue }
            add(.rule(rules.layout.count + number), row, upper: cover.most - cover.coefficients.reduce(0, +))
        }
    }
}
