import CaravanCore
import CaravanLanguage

/// Why no crew can be formed for a request in any of its slots, whatever the plan: skill (H4), way (H6), presence (H5).
struct CrewObstacle {
    private let ways: WeekOptions
    private let plan: ExplainedPlan
    private let names: Names
    private let request: Request
    /// The townships and starts with an open venue.
    private let places: [(town: WeekOptions.Town, span: Range<Int>)]

    init(_ ways: WeekOptions, _ spans: [Range<Int>], in plan: ExplainedPlan) {
        self.ways = ways
        self.plan = plan
        names = Names(plan.week)
        request = plan.week.requests[ways.request]
        places = ways.towns.flatMap { town in
            spans.filter { ways.hasVenue(town, $0, in: plan, asDemanded: false) }.map { (town, $0) }
        }
    }

    private var towns: Bilingual {
        var seen = Set<Int>()
        return names.townships(places.map(\.town.township).filter { seen.insert($0).inserted })
    }

    /// The obstacle; nil where each need alone could be filled somewhere.
    var finding: Finding? {
        for need in request.needs.indices { if let it = skill(need) { return it } }
        if !ways.fills(ways.skilled, in: plan) { return overlapping }
        for need in request.needs.indices { if let it = distance(need) { return it } }
        for need in request.needs.indices { if let it = presence(need) { return it } }
        return nil
    }

    private func skill(_ number: Int) -> Finding? {
        let need = request.needs[number]
        let skilled = ways.skilled[number]
        if skilled.count >= need.count { return nil }
        let (one, many) = (names.need(need), names.need(need, plural: need.count > 1))
        if !skilled.isEmpty {
            return Finding(.crewTooSmall, ImpossibleText.crewTooSmall(need.count, many, skilled.count))
        }
        guard let best = plan.skills.members(skilledFor: need).map(\.level).max() else {
            return Finding(.skillMissing, ImpossibleText.skillMissing(one))
        }
        return Finding(.skillMissing, ImpossibleText.skillTooLow(one, best))
    }

    private var overlapping: Finding {
        let places = request.needs.reduce(0) { $0 + $1.count }
        let members = Set(ways.skilled.joined()).count
        return Finding(.crewTooSmall, ImpossibleText.overlappingNeeds(places, members))
    }

    private func distance(_ number: Int) -> Finding? {
        let need = request.needs[number]
        if places.contains(where: { $0.town.near[number].count >= need.count }) { return nil }
        let skilled = ways.skilled[number]
        let those = names.need(need, plural: skilled.count != 1)
        let most = places.map { $0.town.near[number].count }.max() ?? 0
        if most > 0 {
            return Finding(.crewTooFar, ImpossibleText.fewReach(need.count, most, skilled.count, those, towns))
        }
        let week = plan.week
        let ways = places.flatMap { place in
            skilled.map {
                (member: $0, minutes: week.distances.leg(week.members[$0].base, place.town.township).minutes)
            }
        }
        guard let nearest = ways.min(by: { excess($0) < excess($1) }) else { return nil }
        let (minutes, limit) = (plainDecimal(nearest.minutes), plainDecimal(week.members[nearest.member].maxMinutes))
        let name = names.member(nearest.member)
        let count = skilled.count
        return Finding(
            .crewTooFar,
            count == 1
                ? ImpossibleText.onlyOneTooFar(those, towns, name, minutes, limit)
                : ImpossibleText.allTooFar(count, those, towns, name, minutes, limit))
    }

    private func excess(_ way: (member: Int, minutes: Double)) -> Double {
        way.minutes - plan.week.members[way.member].maxMinutes
    }

    private func presence(_ number: Int) -> Finding? {
        let need = request.needs[number]
        var reaching = Set<Int>()
        for (town, span) in places {
            if town.near[number].count(where: { !plan.isAway($0, span) }) >= need.count { return nil }
            reaching.formUnion(town.near[number])
        }
        let those = names.need(need, plural: reaching.count != 1)
        let who = Names.all(reaching.count, those, needed: need.count)
        let told: ImpossibleText = reaching.count == 1 ? .oneAway : .allAway
        let found = told(who, towns)
        return Finding(.crewAway, need.count > 1 ? WeekPhrase.needed(found, need.count) : found)
    }
}
