extension Pricing {
    /// Subgradient at the prices of the last bound: what the relaxed plan takes of each rule, minus the limit.
    func measureViolation(_ violation: inout [Double]) {
        for at in violation.indices { violation[at] = -rules.limit[at] }
        for request in 0..<instance.requestCount where holds(request) { measureSession(of: request, &violation) }
        for (number, cover) in rules.covers.enumerated() {
            for (request, coefficient) in zip(cover.requests, cover.coefficients) where holds(request) {
                violation[rules.layout.count + number] += coefficient
            }
        }
        for (number, row) in rules.precedence.enumerated() {
            violation[rules.layout.precedence + number] = excess(over: row)
        }
    }

    private func measureSession(of request: Int, _ violation: inout [Double]) {
        let layout = rules.layout
        let it = instance.placements[Int(placement[request])]
        let room = instance.venueCandidates[Int(venueCandidate[request])]
        let audience = (Int(it.township) * instance.audienceCount + instance.audience[request]) * instance.slotCount
        for slot in Int(it.start)..<Int(it.end) {
            violation[layout.venue + Int(room.venue) * instance.slotCount + slot] += 1
            violation[layout.audience + audience + slot] += 1
        }
        violation[layout.fund + instance.fund[request]] += room.yuan
        for at in instance.hits(it) {
            violation[layout.group + Int(instance.hits[at].group)] += counted[at]
        }
        for place in instance.crewStarts[request]..<instance.crewStarts[request + 1] {
            measureMember(Int(crewCandidate[place]), it, request, &violation)
        }
    }

    private func measureMember(_ at: Int, _ it: Placement, _ request: Int, _ violation: inout [Double]) {
        let layout = rules.layout
        let member = Int(instance.memberCandidates[at].member)
        for slot in Int(it.start)..<Int(it.end) {
            violation[layout.member + member * instance.slotCount + slot] += 1
        }
        violation[layout.day + member * instance.dateCount + Int(it.date)] += 1
        violation[layout.week + member] += 1
        violation[layout.fund + instance.fund[request]] += instance.fee[member]
        violation[layout.fund + instance.travelFund] += Double(trips.km[at]) * instance.kmYuan
    }

    private func excess(over row: RelaxedRules.PrecedenceRow) -> Double {
        var excess = 0.0
        if holds(row.later), Int(instance.placements[Int(placement[row.later])].start) <= row.slot { excess += 1 }
        if holds(row.earlier), Int(instance.placements[Int(placement[row.earlier])].end) <= row.slot { excess -= 1 }
        return excess
    }
}
