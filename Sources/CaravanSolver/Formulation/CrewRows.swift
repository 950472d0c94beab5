/// Rows of H4, H5 and H11 about crews.
extension FormulationBuilder {
    /// H4: every need is filled exactly where the session is held, and nowhere else.
    mutating func addNeedRows() {
        for placement in instance.placements {
            let counts = instance.tables.needCounts[Int(placement.request)]
            for need in counts.indices {
                var row = SparseRow()
                for at in instance.candidates(placement, need: need) { row.add(1, columns.duty(at)) }
                for at in instance.venues(placement) { row.add(-Double(counts[need]), columns.session(at)) }
                add(row, lower: 0, upper: 0) { $0.row("need", $0.words(of: placement), $0.number(need)) }
            }
        }
    }

    /// H4: one member fills at most one place in a session. Written against the session, not against 1, and also for
    /// needs of several places: half a session then takes half of each member, never one member wholly.
    mutating func addPlaceRows() {
        for placement in instance.placements {
            let counts = instance.tables.needCounts[Int(placement.request)]
            guard counts.count > 1 || counts.contains(where: { $0 > 1 }) else { continue }
            var places: [Int32: (duties: [Int], tight: Bool)] = [:]
            for need in counts.indices {
                for at in instance.candidates(placement, need: need) {
                    let member = instance.memberCandidates[at].member
                    let tight = counts[need] > 1 || places[member] != nil
                    places[member, default: ([], false)].duties.append(columns.duty(at))
                    if tight { places[member]?.tight = true }
                }
            }
            for (member, entry) in places.sorted(by: { $0.key < $1.key }) where entry.tight {
                var row = SparseRow()
                for column in entry.duties { row.add(1, column) }
                for at in instance.venues(placement) { row.add(-1, columns.session(at)) }
                add(row, upper: 0) { $0.row("place", $0.words(of: placement), $0.member(Int(member))) }
            }
        }
    }

    /// H5: sessions a week. A member with one is done with a single clique.
    mutating func addWeekRows() {
        for (member, occupants) in duties.enumerated() {
            let most = Int(instance.tables.maxPerWeek[member])
            if couldExceed(most, occupants, slots: instance.tables.slotCount) {
                addLimit(occupants, most) { $0.row("week", $0.member(member)) }
            }
        }
    }

    /// H5: sessions a date, and sessions a slot; H6: two sessions of a date with too little time between.
    mutating func addDateRows() {
        for (member, occupants) in duties.enumerated() where instance.tables.maxPerWeek[member] > 1 {
            for (date, today) in byDate(occupants) {
                let most = Int(instance.tables.maxPerDay[member])
                if couldExceed(most, today, slots: instance.tables.slotsPerDate) {
                    addLimit(today, most) { $0.row("day", $0.member(member), $0.date(date)) }
                }
                if most > 1 { addConflictRows(member: member, date: date, today) }
            }
        }
    }

    /// H11, H12: members that pins or the freeze point put into a crew.
    mutating func addRequiredRows() {
        for (request, members) in instance.tables.requiredCrew.enumerated() {
            for member in members {
                var row = SparseRow()
                for duty in duties[Int(member)] where duty.request == Int32(request) { row.add(1, Int(duty.column)) }
                add(row, lower: 1, upper: 1) { $0.row("crew", $0.request(request), $0.member(Int(member))) }
            }
        }
    }

    /// The occupants of each date, dates in order.
    func byDate(_ occupants: [Occupant]) -> [(date: Int, occupants: [Occupant])] {
        Dictionary(grouping: occupants) { Int($0.start) / instance.tables.slotsPerDate }
            .sorted { $0.key < $1.key }.map { (date: $0.key, occupants: $0.value) }
    }

    /// Whether more sessions than that are possible at all: a session takes a slot and belongs to one request.
    private func couldExceed(_ most: Int, _ occupants: [Occupant], slots: Int) -> Bool {
        most < slots && Set(occupants.map(\.request)).count > most
    }

    private mutating func addLimit(_ occupants: [Occupant], _ most: Int, name: (ProgramNames) -> String) {
        var row = SparseRow()
        for occupant in occupants { row.add(1, Int(occupant.column)) }
        add(row, upper: Double(most), name: name)
    }
}
