extension HeldSessions {
    /// H4, H5 and H6.
    func checkCrews(_ log: inout ViolationLog) {
        var jobs: [Int: [Int]] = [:]
        var order: [Int] = []
        for (position, session) in sessions.enumerated() where session.venue != nil {
            checkCrew(session, &log)
            for member in session.crew {
                if jobs[member] == nil { order.append(member) }
                jobs[member, default: []].append(position)
            }
        }
        for member in order { checkWeek(of: member, jobs[member] ?? [], &log) }
    }

    private func checkCrew(_ held: HeldSession, _ log: inout ViolationLog) {
        let id = held.session.request
        let allKnown = held.crew.count == held.session.crew.count && Set(held.crew).count == held.crew.count
        if !allKnown || !CrewMatching.fills(week.requests[held.request].needs, held.crew.map { week.members[$0] }) {
            log.add(.H4, .crew, of: [id])
        }
        for number in held.crew {
            let member = week.members[number]
            if held.span.contains(where: { member.away[$0] }) {
                log.add(.H5, .memberAway(member.id), of: [id])
            }
            if !week.reaches(member: number, township: held.township) {
                log.add(.H6, .memberTooFar(member.id), of: [id])
            }
        }
    }

    private func checkWeek(of number: Int, _ jobs: [Int], _ log: inout ViolationLog) {
        let member = week.members[number]
        let requests = { (jobs: [Int]) in jobs.map { self.sessions[$0].session.request } }
        if jobs.count > member.maxPerWeek {
            log.add(.H5, .weekFull(member: member.id), of: requests(jobs))
        }
        let days = Dictionary(grouping: jobs) { week.calendar.date(of: sessions[$0].span.lowerBound) }
        for (date, jobs) in days.sorted(by: { $0.key < $1.key }) {
            if jobs.count > member.maxPerDay {
                log.add(.H5, .dayFull(member: member.id, date: week.calendar.dates[date]), of: requests(jobs))
            }
            checkPairs(of: member, jobs, &log)
        }
    }

    /// Two sessions of one member on one date: apart in time (H5), with time enough for the way (H6).
    private func checkPairs(of member: Member, _ jobs: [Int], _ log: inout ViolationLog) {
        for (order, first) in jobs.enumerated() {
            if log.isFull { return }
            let a = sessions[first]
            for second in jobs[(order + 1)...] {
                let b = sessions[second]
                if week.compatible(a.span, at: a.township, b.span, at: b.township) { continue }
                let (one, other) = (a.session.request, b.session.request)
                if a.span.overlaps(b.span) {
                    log.add(.H5, .sameTime(member: member.id), of: [one, other])
                } else {
                    log.add(.H6, .noTimeBetween(member: member.id), of: [one, other])
                }
            }
        }
    }
}
