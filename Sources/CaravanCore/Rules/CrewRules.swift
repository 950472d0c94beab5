extension HeldSessions {
    /// H4, H5, H6 and H15.
    func checkCrews(_ log: inout ViolationLog) {
        var jobs: [Int: [Int]] = [:]
        var order: [Int] = []
        for (position, place) in places.enumerated() where place.venue != nil {
            checkCrew(of: place, &log)
            for member in place.crew {
                if jobs[member] == nil { order.append(member) }
                jobs[member, default: []].append(position)
            }
        }
        for member in order { checkWeek(of: member, jobs[member] ?? [], &log) }
    }

    private func checkCrew(of place: HeldPlace, _ log: inout ViolationLog) {
        let allKnown = place.crew.count == place.crewCount && Set(place.crew).count == place.crew.count
        if !allKnown || !CrewMatching.fills(place.demand.needs, place.crew.map { week.members[$0] }) {
            log.add(.H4, .crew, of: [place.id])
        }
        for number in place.crew {
            let member = week.members[number]
            if place.time.slots.contains(where: { member.away[$0] }) {
                log.add(.H5, .memberAway(member.id), of: [place.id])
            }
            if member.pool == .kits, place.time.between.contains(where: { member.away[$0] }) {
                log.add(.H15, .awayWhileStaying(member.id), of: [place.id])
            }
            if !week.reaches(member: number, township: place.township) {
                log.add(.H6, .memberTooFar(member.id), of: [place.id])
            }
        }
    }

    /// How often a member works; a stay counts on each of its dates.
    private func checkWeek(of number: Int, _ jobs: [Int], _ log: inout ViolationLog) {
        let member = week.members[number]
        let requests = { (jobs: [Int]) in jobs.map { self.places[$0].id } }
        var dates: [Int: [Int]] = [:]
        for job in jobs { for date in places[job].time.dates { dates[date, default: []].append(job) } }
        let worked = dates.values.reduce(0) { $0 + $1.count }
        if worked > member.maxPerWeek {
            log.add(.H5, .weekFull(member: member.id, sessions: worked), of: requests(jobs))
        }
        for (date, jobs) in dates.sorted(by: { $0.key < $1.key }) {
            if jobs.count > member.maxPerDay {
                log.add(.H5, .dayFull(member: member.id, date: week.calendar.dates[date]), of: requests(jobs))
            }
            checkPairs(of: member, jobs, on: date, &log)
        }
    }

    /// Two sessions of one member on a date, the first that both have: apart in time (H5), with time enough for the way (H6),
    /// and not while it stays (H15).
    private func checkPairs(of member: Member, _ jobs: [Int], on date: Int, _ log: inout ViolationLog) {
        for (order, first) in jobs.enumerated() {
            if log.isFull { return }
            let a = places[first]
            for second in jobs[(order + 1)...] {
                let b = places[second]
                if max(a.time.dates.lowerBound, b.time.dates.lowerBound) == date { check(a, b, of: member, &log) }
            }
        }
    }

    private func check(_ a: HeldPlace, _ b: HeldPlace, of member: Member, _ log: inout ViolationLog) {
        if week.compatible(a.time, at: a.township, b.time, at: b.township, for: member.pool) { return }
        if a.time.meets(b.time) {
            log.add(.H5, .sameTime(member: member.id), of: [a.id, b.id])
        } else if member.pool == .kits, (a.time.start..<a.time.end).overlaps(b.time.start..<b.time.end) {
            log.add(.H15, .takenWhileStaying(member: member.id), of: [a.id, b.id])
        } else {
            log.add(.H6, .noTimeBetween(member: member.id), of: [a.id, b.id])
        }
    }
}
