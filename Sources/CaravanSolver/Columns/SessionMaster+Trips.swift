/// Rows that tie sessions to trips, and the way between two sessions.
extension SessionMaster {
    /// A trip that several requests take: its column, what it charges, and the rows of `TripShares`.
    mutating func addTrip(_ uses: ArraySlice<Use>, _ shares: TripShares, _ entries: inout [Entry]) {
        guard let number = uses.first?.trip else { return }
        let km = shares.fullLength(of: Int(number))
        let trip = columns.count
        add(.trip(number), cost: km * instance.tables.kmPoints)
        let yuan = km * instance.tables.kmYuan
        if yuan != 0 {
            entries.append(
                Entry(row: table.sections.fund(instance.tables.travelFund), column: Int32(trip), value: yuan))
        }
        let sessions = uses.map(\.session)
        let most = shares.most(of: Int(number))
        if most <= 1 { return addRow(.each(trip: number), sessions, trip) }
        let inSlots = addSlotRows(number, sessions, trip)
        for (request, own) in byRequest(sessions) where !inSlots.contains(where: { $0.isSuperset(of: own) }) {
            addRow(.request(trip: number, request), own, trip)
        }
        // As many sessions as there are slots keep this anyway.
        guard most < Double(instance.tables.slotsPerDate), exceeds(most, sessions.map(request)) else { return }
        addRow(.each(trip: number), sessions, trip, times: most)
    }

    /// - Returns: The sessions of each row.
    private mutating func addSlotRows(_ number: Int32, _ sessions: [Int], _ trip: Int) -> [Set<Int>] {
        var sets: [Set<Int>] = []
        for slot in 0..<instance.tables.slotsPerDate {
            let there = sessions.filter { session in
                let it = placement(session)
                let at = instance.tables.dateSlots[Int(it.date), slot]
                return Int(it.start) <= at && at < Int(it.end)
            }
            guard exceeds(1, there.map(request)) else { continue }
            addRow(.slot(trip: number, slot), there, trip)
            sets.append(Set(there))
        }
        return sets
    }

    private func byRequest(_ sessions: [Int]) -> [(Int, [Int])] {
        Dictionary(grouping: sessions, by: request).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private mutating func addRow(_ key: Row, _ sessions: [Int], _ trip: Int, times most: Double = 1) {
        var row = SparseRow()
        for session in sessions { row.add(1, column(session)) }
        row.add(-most, trip)
        add(key, row, upper: 0)
    }

    /// H6, by cliques of sessions of a member on a date that are too far apart (`JobConflicts`).
    mutating func addWays() {
        var occupants: [Int: [Occupant]] = [:]
        for session in sessions.indices {
            let it = placement(session)
            for at in sessions[session].crew {
                let member = Int(instance.memberCandidates[Int(at)].member)
                occupants[instance.tables.memberDates[member, Int(it.date)], default: []].append(
                    Occupant(column: column(session), placement: it))
            }
        }
        for (_, duties) in occupants.sorted(by: { $0.key < $1.key }) {
            let graph = JobConflicts(duties, in: instance)
            for clique in graph.travelCliques() {
                var row = SparseRow()
                for occupant in clique.members.flatMap({ graph.occupants[$0] }) { row.add(1, Int(occupant.column)) }
                add(.way(rows.count), row, upper: 1)
            }
        }
    }
}
