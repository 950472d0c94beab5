import CaravanCore
import TestSupport

/// Makes plans: likely ones that keep most rules of single sessions, and damaged ones.
struct PlanMaker {
    let week: Week
    var random: SeededGenerator

    /// A plan that holds about `share` of the requests, in the order of the document's rules for plans.
    mutating func likely(share: Double) -> Plan {
        let sessions = week.requests.indices.compactMap { random.chance(share) ? session(of: $0) : nil }
        return Plan(edition: week.edition, week: week.id, sessions: sessions).sorted(by: week)
    }

    /// A session of a request that mostly keeps H1, H2 and H4; nil where it has no start.
    private mutating func session(of number: Int) -> Session? {
        let request = week.requests[number]
        let starts = (0..<week.calendar.count).filter {
            week.calendar.time(of: request, from: $0).map(request.allows) ?? false
        }
        guard let start = starts.randomElement(using: &random),
            let town = request.townships.randomElement(using: &random)
        else { return nil }
        let near = week.venues.indices.filter { week.venues[$0].township == town }
        let fitting = near.filter { week.suits(venue: $0, request: number) }
        guard let venue = (fitting.isEmpty ? near : fitting).randomElement(using: &random) else { return nil }
        var session = Session(
            request: request.id, start: week.calendar.name(of: start), township: week.townships[town].id,
            venue: week.venues[venue].id, crew: crew(for: request.needs, start: start, town: town))
        if let relay = request.relay, random.chance(0.7) { session.sites = sites(of: relay, start: start, apart: town) }
        return session
    }

    /// Sites that mostly keep the rules of single ones; seldom one too many.
    mutating func sites(of relay: Relay, start: Int, apart live: Int) -> [Site] {
        let wanted = random.chance(0.9) ? random.index(below: relay.most + 1) : relay.most + 1
        return relay.townships.filter { $0 != live }.shuffled(using: &random).prefix(wanted).compactMap { town in
            let near = week.venues.filter { $0.township == town && $0.capacity >= relay.attendance }
            let fitting = near.filter { relay.equipment.isSubset(of: $0.equipment) }
            guard let venue = (fitting.isEmpty ? near : fitting).randomElement(using: &random) else { return nil }
            return Site(
                township: week.townships[town].id, venue: venue.id,
                crew: crew(for: relay.needs, start: start, town: town))
        }
        .sorted { $0.township < $1.township }
    }

    private mutating func crew(for needs: [Need], start: Int, town: Int) -> [String] {
        var crew: [Int] = []
        for need in needs {
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
        if week.edition == .second, random.chance(0.25) { return damageSites(&plan.sessions[at], other) }
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
        case 11: if let member = week.members.randomElement(using: &random) { plan.sessions[at].crew.append(member.id) }
        case 12: plan.sessions.swapAt(at, random.index(below: plan.sessions.count))
        case 13: plan.sessions[at].crew.reverse()
        case 14: spoil(&plan.sessions[at])
        default: if let fresh = session(of: random.index(below: week.requests.count)) { plan.sessions.append(fresh) }
        }
    }

    private mutating func damageSites(_ session: inout Session, _ other: Session) {
        let site = random.index(below: session.sites.count)
        guard !session.sites.isEmpty, random.chance(0.7) else {
            let venue = week.venues[random.index(below: week.venues.count)]
            let township = random.chance(0.9) ? week.townships[venue.township].id : session.township
            return session.sites.append(
                Site(township: township, venue: venue.id, crew: random.chance(0.3) ? other.crew : []))
        }
        switch random.index(below: 8) {
        case 0: session.sites.remove(at: site)
        case 1: session.sites[site].venue = other.venue
        case 2: session.sites[site].township = random.chance(0.8) ? other.township : "nowhere"
        case 3: (session.sites[site].township, session.sites[site].venue) = (other.township, other.venue)
        case 4: session.sites[site].crew += other.crew.prefix(1)
        case 5: session.sites[site].crew = session.crew
        case 6: session.sites.append(session.sites[site])
        default: session.sites.swapAt(site, session.sites.count - 1)
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
