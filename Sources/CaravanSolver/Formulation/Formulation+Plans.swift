import CaravanCore

/// Plans to points and back.
extension Formulation {
    /// The point of a plan, as a start for the integer program; nil where a session is none that the program can choose.
    func encode(_ assignments: [Assignment]) -> [Double]? {
        var point = [Double](repeating: 0, count: columns.count)
        for request in 0..<instance.requestCount { point[columns.unheld(request)] = 1 }
        var measured = [Double](repeating: 0, count: instance.groups.count)
        for it in assignments {
            guard instance.placements.indices.contains(it.placement), choose(it, in: &point) else { return nil }
            for at in instance.hits(instance.placements[it.placement]) {
                let hit = instance.hits[at]
                measured[Int(hit.group)] += instance.groups[Int(hit.group)].counted(hit.amount)
            }
        }
        for (number, group) in instance.groups.enumerated() {
            guard let column = columns.slack(number) else { continue }
            let missing = group.threshold - measured[number]
            point[column] = max(0, group.kind == .target ? missing : -missing)
        }
        point[columns.constant] = 1
        return point
    }

    /// The point of a plan written by identifiers; nil where a session is none that the program can choose.
    func encode(sessions: [Session]) -> [Double]? {
        var assignments: [Assignment] = []
        for session in sessions {
            guard let assignment = instance.assignment(session) else { return nil }
            assignments.append(assignment)
        }
        return encode(assignments)
    }

    private func choose(_ it: Assignment, in point: inout [Double]) -> Bool {
        let placement = instance.placements[it.placement]
        let venue = instance.venues(placement).first { instance.venueCandidates[$0].venue == Int32(it.venue) }
        guard let venue else { return false }
        point[columns.unheld(Int(placement.request))] = 0
        point[columns.session(venue)] = 1
        var place = 0
        for (need, count) in instance.tables.needCounts[Int(placement.request)].enumerated() {
            for _ in 0..<count {
                guard place < it.crew.count, let duty = duty(it.crew[place], at: placement, need: need) else {
                    return false
                }
                point[columns.duty(duty)] = 1
                take(trip: it.crew[place], to: placement, in: &point)
                place += 1
            }
        }
        return place == it.crew.count
    }

    private func duty(_ member: Int32, at placement: Placement, need: Int) -> Int? {
        instance.candidates(placement, need: need)
            .first { instance.memberCandidates[$0].member == member }
    }

    private func take(trip member: Int32, to placement: Placement, in point: inout [Double]) {
        let trip = FormulationColumns.Trip(member: member, township: placement.township, date: placement.date)
        if let column = columns.trip(trip) { point[column] = 1 }
    }

    /// The sessions of a point, by placement number; columns above one half count as chosen.
    /// - Returns: nil where the chosen places do not make whole crews: then the point is no integer solution.
    func decode(_ point: [Double]) -> [Assignment]? {
        guard point.count == columns.count else { return nil }
        var assignments: [Assignment] = []
        for (number, placement) in instance.placements.enumerated() {
            let chosen = instance.venues(placement).filter { point[columns.session($0)] > 0.5 }
            guard let venue = chosen.first else { continue }
            guard chosen.count == 1, let crew = crew(of: placement, in: point) else { return nil }
            assignments.append(
                Assignment(placement: number, venue: Int(instance.venueCandidates[venue].venue), crew: crew))
        }
        return assignments
    }

    private func crew(of placement: Placement, in point: [Double]) -> [Int32]? {
        var crew: [Int32] = []
        for (need, count) in instance.tables.needCounts[Int(placement.request)].enumerated() {
            let chosen = instance.candidates(placement, need: need).filter { point[columns.duty($0)] > 0.5 }
            if chosen.count != count { return nil }
            crew += chosen.map { instance.memberCandidates[$0].member }
        }
        return Set(crew).count == crew.count ? crew : nil
    }
}
