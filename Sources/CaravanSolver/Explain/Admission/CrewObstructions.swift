import CaravanCore
import CaravanLanguage

/// What keeps a request from a crew at one place: for each need that too few members are free for, who could fill it and
/// why each of them does not.
struct CrewObstructions {
    /// A member that could fill a need, with what it would take.
    private struct Hindered {
        let member: Int
        let rule: Rule
        let code: UnheldReason.Code
        let phrase: Bilingual
        /// Each set by itself makes the member free.
        let ways: [Set<Blocker>]

        /// How easily it is freed: those that nothing frees come last.
        var ease: (Int, Int, Int) { (ways.first?.count ?? .max, ways.first?.effort ?? .max, member) }
    }

    /// Members told by name.
    private static let told = 3
    /// Ways followed up for each need.
    private static let followed = 24

    let list: [Obstruction]

    init(
        _ place: Admission.Place, _ ways: WeekOptions, _ jobs: [Int32: [Int]], _ immovable: Set<Int>,
        _ plan: ExplainedPlan
    ) {
        let view = MemberView(place, ways, jobs, immovable, plan)
        let counts = plan.instance.tables.needCounts[ways.request]
        var free = [[Int]](repeating: [], count: counts.count)
        var hindered = [[Hindered]](repeating: [], count: counts.count)
        for need in counts.indices {
            for member in ways.skilled[need] {
                if let it = view.hindrance(of: member) { hindered[need].append(it) } else { free[need].append(member) }
            }
            hindered[need].sort { $0.ease < $1.ease }
        }
        var list: [Obstruction] = []
        for need in counts.indices where free[need].count < counts[need] {
            let missing = counts[need] - free[need].count
            list.append(Self.obstruction([need], missing, hindered[need], ways, plan))
        }
        if list.isEmpty, !ways.fills(free, in: plan) {
            // Each need has enough members, but not all needs together: one more for any of them may do.
            var known: Set<Int> = []
            let all = hindered.flatMap { $0 }.sorted { $0.ease < $1.ease }.filter { known.insert($0.member).inserted }
            list.append(Self.obstruction(Array(counts.indices), 1, all, ways, plan))
        }
        self.list = list
    }

    private static func obstruction(
        _ needs: [Int], _ missing: Int, _ hindered: [Hindered], _ ways: WeekOptions, _ plan: ExplainedPlan
    ) -> Obstruction {
        let need = needs[0]
        let it = plan.week.requests[ways.request].needs[need]
        let those = Names(plan.week).need(it)
        let supplies = needs.map { Set([Blocker.supply($0)]) }
        guard let first = hindered.first else {
            let code: UnheldReason.Code = ways.skilled[need].isEmpty ? .skillMissing : .crewTooSmall
            return Obstruction(
                .H4, code, ObstructionText.noFurtherMember(those),
                [("skill", .string(it.skill.text))], ways: supplies)
        }
        let shown = hindered.prefix(told).map(\.phrase)
        let rest = hindered.count - shown.count
        let list = shown.listed(.clause)
        return Obstruction(
            first.rule, first.code, rest > 0 ? ObstructionText.moreCannot(list, rest) : list,
            [
                ("skill", .string(it.skill.text)),
                ("members", .strings(hindered.map { plan.week.members[$0.member].id })),
            ], ways: combine(hindered, missing) + supplies)
    }

    /// The ways of `missing` members together: what frees that many by itself, then those who are freed most easily, with
    /// in turn each other in the place of the last of them.
    private static func combine(_ hindered: [Hindered], _ missing: Int) -> [Set<Blocker>] {
        let able = hindered.filter { !$0.ways.isEmpty }
        guard able.count >= missing else { return [] }
        let base = able.prefix(missing - 1).reduce(into: Set<Blocker>()) { $0.formUnion($1.ways[0]) }
        var ways: [Set<Blocker>] = []
        var known: Set<Set<Blocker>> = []
        func follow(_ way: Set<Blocker>) {
            if ways.count < followed, known.insert(way).inserted { ways.append(way) }
        }
        if missing > 1 {
            var freed: [Set<Blocker>: Int] = [:]
            for way in able.lazy.flatMap(\.ways) where way.count == 1 { freed[way, default: 0] += 1 }
            for way in able.lazy.flatMap(\.ways) where freed[way, default: 0] >= missing { follow(way) }
        }
        for it in able.dropFirst(missing - 1) { for way in it.ways { follow(base.union(way)) } }
        return ways
    }

    /// Looks at members one by one.
    private struct MemberView {
        private let place: Admission.Place
        private let township: Int
        private let jobs: [Int32: [Int]]
        private let immovable: Set<Int>
        private let plan: ExplainedPlan
        private let names: Names
        private let near: Set<Int>

        init(
            _ place: Admission.Place, _ ways: WeekOptions, _ jobs: [Int32: [Int]], _ immovable: Set<Int>,
            _ plan: ExplainedPlan
        ) {
            (self.place, self.jobs, self.immovable, self.plan) = (place, jobs, immovable, plan)
            township = ways.towns[place.town].township
            names = Names(plan.week)
            near = Set(ways.towns[place.town].near.flatMap { $0 })
        }

        private var week: Week { plan.week }

        /// What keeps a member away; nil where it is free.
        func hindrance(of member: Int) -> Hindered? {
            let mine = jobs[Int32(member)] ?? []
            let today = mine.filter { date(of: $0) == week.calendar.date(of: place.span.lowerBound) }
            let rivals = today.filter { !week.compatible(span(of: $0), at: town(of: $0), place.span, at: township) }
            let isFar = !near.contains(member)
            let isAway = plan.isAway(member, place.span)
            let it = week.members[member]
            let full = today.count >= it.maxPerDay ? today : mine.count >= it.maxPerWeek ? mine : []
            let isFull = today.count >= it.maxPerDay || mine.count >= it.maxPerWeek
            guard isFar || isAway || isFull || !rivals.isEmpty else { return nil }
            var base: Set<Blocker> = Set(rivals.map(Blocker.session))
            if isFar { base.insert(.reach(member)) }
            if isAway { base.insert(.away(member)) }
            var ways: [Set<Blocker>] = []
            if !rivals.contains(where: immovable.contains) {
                let stays = (today.count - rivals.count, mine.count - rivals.count)
                if stays.0 < it.maxPerDay, stays.1 < it.maxPerWeek {
                    ways = [base]
                } else {
                    ways = [base.union([.limit(member)])]
                    let others = full.filter { !rivals.contains($0) && !immovable.contains($0) }
                    ways += others.map { base.union([.session($0)]) }
                }
            }
            let told = tell(member, isFar: isFar, isAway: isAway, rivals, today: today.count, all: mine.count)
            return Hindered(member: member, rule: told.0, code: told.1, phrase: told.2, ways: ways)
        }

        private func tell(
            _ member: Int, isFar: Bool, isAway: Bool, _ rivals: [Int], today: Int, all: Int
        ) -> (Rule, UnheldReason.Code, Bilingual) {
            let who = names.member(member)
            if isFar {
                let minutes = plainDecimal(week.distances.leg(week.members[member].base, township).minutes)
                let most = plainDecimal(week.members[member].maxMinutes)
                return (
                    .H6, .crewTooFar,
                    ObstructionText.memberTooFar(who, minutes, most)
                )
            }
            if isAway { return (.H5, .crewAway, ObstructionText.memberAway(who)) }
            if let rival = rivals.first { return tell(member, who, rival) }
            let isDay = today >= week.members[member].maxPerDay
            let count = isDay ? today : all
            let told: ObstructionText =
                isDay ? (count == 1 ? .dayFullWithOne : .dayFull) : (count == 1 ? .weekFullWithOne : .weekFull)
            return (.H5, .crewBusy, told(who, count))
        }

        /// A session that overlaps, or from which or to which there is too little time.
        private func tell(_ member: Int, _ who: String, _ rival: Int) -> (Rule, UnheldReason.Code, Bilingual) {
            let (id, span, town) = (week.requests[rival].id, span(of: rival), town(of: rival))
            if span.overlaps(place.span) {
                return (.H5, .crewBusy, ObstructionText.memberAtWork(who, id))
            }
            let minutes = plainDecimal(week.distances.leg(town, township).minutes)
            let there = names.township(town)
            let isBefore = span.lowerBound < place.span.lowerBound
            let time = Names.clock(
                isBefore ? week.calendar.end(of: span.upperBound - 1) : week.calendar.begin(of: span.lowerBound))
            return (
                .H6, .crewTravel,
                isBefore
                    ? ObstructionText.memberComesFrom(who, there, time, id, minutes)
                    : ObstructionText.memberGoesTo(who, there, time, id, minutes)
            )
        }

        private func placement(of request: Int) -> Placement {
            plan.instance.placements[Int(plan.schedule.placed[request])]
        }
        private func date(of request: Int) -> Int { Int(placement(of: request).date) }
        private func town(of request: Int) -> Int { Int(placement(of: request).township) }
        private func span(of request: Int) -> Range<Int> {
            let it = placement(of: request)
            return Int(it.start)..<Int(it.end)
        }
    }
}
