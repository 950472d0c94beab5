import CaravanCore
import TestSupport

/// Makes plans: likely ones that keep most rules of single sessions, and damaged ones.
struct PlanMaker {
    let week: Week
    var random: SeededGenerator

    /// A plan that holds about `share` of the requests, in the order of the document's rules for plans.
    mutating func likely(share: Double) -> Plan {
        let sessions = week.requests.indices.compactMap { random.chance(share) ? session(of: $0) : nil }
        return Plan(week: week.id, sessions: sessions).sorted(by: week)
    }

    /// A session of a request that mostly keeps H1, H2 and H4; nil where it has no start.
    private mutating func session(of number: Int) -> Session? {
        let request = week.requests[number]
        let starts = (0..<week.calendar.count).filter {
            week.calendar.span(from: $0, duration: request.duration).map(request.allows) ?? false
        }
        guard let start = starts.randomElement(using: &random),
            let town = request.townships.randomElement(using: &random)
        else { return nil }
        let near = week.venues.indices.filter { week.venues[$0].township == town }
        let fitting = near.filter { week.suits(venue: $0, request: number) }
        guard let venue = (fitting.isEmpty ? near : fitting).randomElement(using: &random) else { return nil }
        return Session(
            request: request.id, start: week.calendar.name(of: start), township: week.townships[town].id,
            venue: week.venues[venue].id, crew: crew(for: request, start: start, town: town))
    }

    private mutating func crew(for request: Request, start: Int, town: Int) -> [String] {
        var crew: [Int] = []
        for need in request.needs {
            let fitting = week.members.indices.filter { week.members[$0].fits(need) && !crew.contains($0) }
            let free = fitting.filter { week.reaches(member: $0, township: town) && !week.members[$0].away[start] }
            crew += (free.count >= need.count ? free : fitting).shuffled(using: &random).prefix(need.count)
        }
        return crew.map { week.members[$0].id }
    }

    /// A plan with 1…5 things damaged.
    mutating func damaged(_ plan: Plan) -> Plan {
        var plan = plan
        for _ in 0...random.index(below: 5) where !plan.sessions.isEmpty { damage(&plan) }
        return plan
    }

    private mutating func damage(_ plan: inout Plan) {
        let at = random.index(below: plan.sessions.count)
        let other = plan.sessions[random.index(below: plan.sessions.count)]
        switch random.index(below: 16) {
        case 0: plan.sessions.remove(at: at)
        case 1: plan.sessions.append(other)
        case 2: plan.sessions[at].request = other.request
        case 3: plan.sessions[at].start = other.start
        case 4: plan.sessions[at].start = week.calendar.name(of: random.index(below: week.calendar.count))
        case 5: plan.sessions[at].township = other.township
        case 6: plan.sessions[at].venue = other.venue
        case 7:
            plan.sessions[at].township = other.township
            plan.sessions[at].venue = other.venue
        case 8: plan.sessions[at].crew = other.crew
        case 9: plan.sessions[at].crew += other.crew.prefix(1)
        case 10: plan.sessions[at].crew = Array(plan.sessions[at].crew.dropFirst())
        case 11: plan.sessions[at].crew.append(week.members[random.index(below: week.members.count)].id)
        case 12: plan.sessions.swapAt(at, random.index(below: plan.sessions.count))
        case 13: plan.sessions[at].crew.reverse()
        case 14: spoil(&plan.sessions[at])
        default: if let fresh = session(of: random.index(below: week.requests.count)) { plan.sessions.append(fresh) }
        }
    }

    /// Names something that the week has not.
    private mutating func spoil(_ session: inout Session) {
        switch random.index(below: 5) {
        case 0: session.request = "nobody"
        case 1: session.start = "2031-01-01.am"
        case 2: session.township = "nowhere"
        case 3: session.venue = "nothing"
        default: session.crew.append("no-one")
        }
    }
}
