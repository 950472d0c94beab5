extension HeldSessions {
    /// Something that can be lent.
    private enum Thing: Hashable {
        case venue(Int)
        case member(Int)
    }

    /// H16: venues and members are used by whom they are lent to, and lent no more often than their owners want.
    func checkLoans(_ log: inout ViolationLog) {
        var loans: [Thing: [String]] = [:]
        var order: [Thing] = []
        for place in places {
            guard let venue = place.venue else { continue }
            let department = week.requests[place.request].department
            for thing in [.venue(venue)] + place.crew.map(Thing.member) {
                guard let ownership = ownership(of: thing), ownership.isLoan(to: department) else { continue }
                if !ownership.permits(department) { log.add(.H16, .notLent(id(of: thing)), of: [place.id]) }
                if loans[thing] == nil { order.append(thing) }
                loans[thing, default: []].append(place.id)
            }
        }
        for thing in order {
            guard let most = ownership(of: thing)?.lending?.most, let requests = loans[thing], requests.count > most
            else { continue }
            log.add(.H16, .loansUsedUp(id(of: thing)), of: requests)
        }
    }

    private func ownership(of thing: Thing) -> Ownership? {
        switch thing {
        case .venue(let number): week.venues[number].ownership
        case .member(let number): week.members[number].ownership
        }
    }

    private func id(of thing: Thing) -> String {
        switch thing {
        case .venue(let number): week.venues[number].id
        case .member(let number): week.members[number].id
        }
    }
}
