import CaravanCore

/// A week in which keeping a session of the baseline exactly as it is is a placement of its own, so that what is a change
/// and what is not can be told apart by placements, and priced.
///
/// A change is a request whose session is not exactly the baseline's: dropped, added, moved, with another venue or crew;
/// also where edits left no choice.
struct ChangeProgram: Sendable {
    /// The week; its placements are those of the week as it was, each request's kept session last, without price.
    let instance: Instance
    /// The placement that keeps the baseline's session, by request.
    let keeping: [Int: Int]
    /// Points that each change costs in `instance` besides what it costs anyway.
    let price: Double
    private let plain: Instance

    /// - Parameter plain: The week as it is solved.
    init(_ plain: Instance, price: Double) {
        self.plain = plain
        self.price = price
        var (cut, survivors, keeping) = (Instance.Cut(), Survivors(all: plain), [Int: Int]())
        var ofRequest: [Range<Int>] = []
        for request in 0..<plain.requestCount {
            let first = cut.placements.count
            for index in plain.ofRequest[request] {
                cut.append(plain, plain.placements[index], survivors, surcharge: price)
            }
            if let kept = plain.keptSession(of: request) {
                keeping[request] = cut.placements.count
                survivors.narrow(to: kept, of: plain)
                cut.append(plain, plain.placements[kept.placement], survivors)
            }
            ofRequest.append(first..<cut.placements.count)
        }
        self.keeping = keeping
        instance = Instance(plain, cut, ofRequest: ofRequest, Survivors(all: plain), changePrice: price)
    }

    /// A plan of the plain week, with what it keeps of the baseline in the placements for that.
    func translated(_ assignments: [Assignment]) -> [Assignment] {
        assignments.map { it in
            let request = Int(plain.placements[it.placement].request)
            if plain.isAsBefore(it), let kept = keeping[request] {
                return Assignment(placement: kept, venue: it.venue, crew: it.crew)
            }
            let index = it.placement - plain.ofRequest[request].lowerBound + instance.ofRequest[request].lowerBound
            return Assignment(placement: index, venue: it.venue, crew: it.crew)
        }
    }

    /// A plan of this week, or of one cut from it, in the placements of the plain one.
    func plainPlan(_ schedule: borrowing Schedule) -> [Assignment] {
        schedule.assignments.compactMap { plain.assignment(schedule.instance.session($0)) }
    }

    /// How many changes a plan of the plain week makes.
    func count(_ assignments: [Assignment]) -> Int { plain.changedRequests(assignments).count + plain.tables.withdrawn }

    /// What a program cut from this week counts as changes.
    /// - Parameter survivors: What was kept of `instance`.
    func changes(_ formulation: Formulation, of survivors: Survivors) -> SparseRow {
        let (cut, columns) = (formulation.instance, formulation.columns)
        var row = SparseRow()
        row.add(constant: Double(cut.tables.withdrawn))
        for request in 0..<cut.requestCount {
            let isHeld = cut.tables.baseline[request] != nil
            if !isHeld && cut.ofRequest[request].isEmpty { continue }
            row.add(constant: 1)
            if !isHeld { row.add(-1, columns.unheld(request)) }
            // Placements keep their order when a week is cut: what keeps the session is still the last.
            guard let kept = keeping[request], survivors.placements[kept], let last = cut.ofRequest[request].last
            else { continue }
            for at in cut.venues(cut.placements[last]) { row.add(-1, columns.session(at)) }
        }
        return row
    }
}

extension Instance {
    /// The baseline's session of a request by numbers, where it can stand by itself.
    func keptSession(of request: Int) -> Assignment? {
        guard let it = tables.baseline[request].flatMap(assignment), Int(placements[it.placement].request) == request,
            tables.baselineCrew[request].isSuperset(of: tables.requiredCrew[request])
        else { return nil }
        return it
    }
}

extension Survivors {
    /// Leaves of a session's placement only its venue and its crew.
    fileprivate mutating func narrow(to it: Assignment, of instance: Instance) {
        let placement = instance.placements[it.placement]
        for at in instance.venues(placement) {
            venues[at] = Int(instance.venueCandidates[at].venue) == it.venue
        }
        for at in instance.candidates(placement) {
            members[at] = it.crew.contains(instance.memberCandidates[at].member)
        }
    }
}
