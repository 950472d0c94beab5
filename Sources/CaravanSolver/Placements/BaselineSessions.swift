import CaravanCore

/// What stands in an instance as the baseline has it, and what does not.
extension Instance {
    /// Whether the baseline holds any request of the week.
    var hasBaseline: Bool { !tables.baseline.isEmpty }

    /// Requests of the week whose session is not exactly the baseline's: dropped, added, moved, with another venue or crew.
    func changedRequests(_ assignments: [Assignment]) -> [Int] {
        var changed = Set(tables.baseline.keys)
        for it in assignments {
            let request = Int(placements[it.placement].request)
            if isAsBefore(it) { changed.remove(request) } else { changed.insert(request) }
        }
        return changed.sorted()
    }

    /// Whether a session is exactly the one that the baseline has for its request.
    func isAsBefore(_ it: Assignment) -> Bool {
        let placement = placements[it.placement]
        let request = Int(placement.request)
        guard let was = tables.baseline[request] else { return false }
        return week.calendar.instance(named: was.start) == Int(placement.start)
            && week.venue(was.venue) == it.venue && was.crew.count == it.crew.count
            && tables.baselineCrew[request].isSuperset(of: it.crew)
    }

    /// A placement of a request where the baseline holds it, or at least on that date; nil where there is none.
    func likeBaseline(_ request: Int) -> Int? {
        guard let was = tables.baseline[request], let start = week.calendar.instance(named: was.start) else {
            return nil
        }
        let (township, range) = (week.township(was.township), ofRequest[request])
        let sameDate = range.filter { Int(placements[$0].date) == week.calendar.date(of: start) }
        return sameDate.first { Int(placements[$0].township) == township } ?? sameDate.first
    }
}
