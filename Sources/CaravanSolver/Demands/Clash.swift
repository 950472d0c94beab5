import CaravanCore
import CaravanLanguage

/// What several sessions need at once and cannot all have: a rule, the thing that it is about, and the sessions.
struct Clash {
    let rule: Rule
    let phrase: Bilingual
    /// Numbers of the requests.
    let requests: [Int]
    /// What it is about, by identifiers.
    let details: [(String, JSON)]

    /// It as a part of a contradiction.
    func contradiction(in week: Week, _ remedies: [PinRemedy]) -> Contradiction {
        let those = requests.map { week.requests[$0] }
        let fields = details + [("requests", .strings(those.map(\.id))), ("titles", .strings(those.map(\.title)))]
        return Contradiction(
            .clash, "", phrase, rule: rule, details: JSONObject(fields), remedies: remedies)
    }
}

/// Finds what the sessions that must be held are bound to in common. Only what every placement of a request has counts, so
/// what it finds does contradict itself; where the reason lies in choices that run out together it finds nothing.
struct ClashFinder {
    /// What all placements of a request have in common.
    private struct Bond {
        let request: Int
        var span: Range<Int>?
        var township: Int?
        var venue: Int?
        var members: Set<Int>
        var venues: Set<Int>
    }

    private let instance: Instance
    private let names: Names
    private let bonds: [Bond]

    /// - Parameter instance: A week in which the requests that must be held have all their placements.
    init(_ instance: Instance) {
        self.instance = instance
        names = Names(instance.week)
        bonds = (0..<instance.requestCount).filter { instance.mustHold[$0] && !instance.ofRequest[$0].isEmpty }
            .map { Self.bond(of: $0, instance) }
    }

    private static func bond(of request: Int, _ instance: Instance) -> Bond {
        let placements = instance.ofRequest[request].map { instance.placements[$0] }
        func common<Value: Hashable>(_ values: some Sequence<Value>) -> Value? {
            let all = Set(values)
            return all.count == 1 ? all.first : nil
        }
        let venues = Set(
            placements.flatMap { instance.venues($0).map { Int(instance.venueCandidates[$0].venue) } })
        var members: Set<Int>?
        for placement in placements {
            let needed = instance.neededMembers(placement)
            members = members?.intersection(needed) ?? needed
        }
        return Bond(
            request: request, span: common(placements.map { Int($0.start)..<Int($0.end) }),
            township: common(placements.map { Int($0.township) }), venue: common(venues),
            members: (members ?? []).union(instance.tables.requiredCrew[request].map(Int.init)), venues: venues)
    }

    /// The first clash, those of single things before those of things that run short.
    var clash: Clash? { memberAtOnce ?? venueAtOnce ?? audienceAtOnce ?? travel ?? quota ?? order ?? shortage }

    // MARK: One thing twice

    private func twice(_ bonds: [Bond]) -> (slot: Int, bonds: [Bond])? {
        for slot in 0..<instance.tables.slotCount {
            let there = bonds.filter { $0.span?.contains(slot) ?? false }
            if there.count > 1 { return (slot, Array(there.prefix(2))) }
        }
        return nil
    }

    private var memberAtOnce: Clash? {
        for member in members {
            let those = bonds.filter { $0.members.contains(member) }
            guard let (slot, both) = twice(those) else { continue }
            let (name, when) = (names.member(member), names.slot(slot))
            let isDemanded = both.allSatisfy { instance.tables.requiredCrew[$0.request].contains(Int32(member)) }
            let phrase =
                isDemanded
                ? ClashText.memberAtOnce(name, decided(both), both.count, when, list(both))
                : ClashText.onlyMember(name, both.count, when, list(both))
            return clash(.H5, phrase, both, [("member", id(member: member)), ("slot", id(slot: slot))])
        }
        return nil
    }

    private var venueAtOnce: Clash? {
        for venue in Set(bonds.compactMap(\.venue)).sorted() {
            guard let (slot, both) = twice(bonds.filter { $0.venue == venue }) else { continue }
            let phrase = ClashText.venueAtOnce(names.venue(venue), both.count, names.slot(slot), list(both))
            return clash(
                .H3, phrase, both, [("venue", .string(instance.week.venues[venue].id)), ("slot", id(slot: slot))])
        }
        return nil
    }

    private var audienceAtOnce: Clash? {
        for township in Set(bonds.compactMap(\.township)).sorted() {
            for audience in 0..<instance.audienceCount {
                let those = bonds.filter { $0.township == township && instance.tables.audience[$0.request] == audience }
                guard let (slot, both) = twice(those) else { continue }
                let week = instance.week
                let phrase = ClashText.audienceAtOnce(
                    week.audiences[audience], names.township(township), both.count, names.slot(slot), list(both))
                return clash(
                    .H7, phrase, both,
                    [
                        ("township", .string(week.townships[township].id)),
                        ("audience", .string(week.audiences[audience])), ("slot", id(slot: slot)),
                    ])
            }
        }
        return nil
    }

    private var members: [Int] { bonds.reduce(into: Set<Int>()) { $0.formUnion($1.members) }.sorted() }

    // MARK: One member too often, or too far

    private var travel: Clash? {
        for member in members {
            let those = bonds.filter { $0.members.contains(member) && $0.span != nil && $0.township != nil }
            for a in those {
                for b in those where isTooFar(from: a, to: b) {
                    guard let p = a.township, let q = b.township, let from = a.span, let to = b.span
                    else { continue }
                    let minutes = Int(instance.tables.minutes(from: p, to: q))
                    let phrase = ClashText.travel(
                        names.member(member), names.township(p),
                        Names.clock(Int(instance.tables.end[from.upperBound - 1])),
                        names.date(instance.week.calendar.date(of: from.lowerBound)), names.township(q), minutes,
                        Names.clock(Int(instance.tables.begin[to.lowerBound])), list([a, b]))
                    return clash(.H6, phrase, [a, b], [("member", id(member: member)), ("minutes", .int(minutes))])
                }
            }
        }
        return nil
    }

    private func isTooFar(from a: Bond, to b: Bond) -> Bool {
        guard let from = a.span, let to = b.span, let p = a.township, let q = b.township, p != q,
            from.upperBound <= to.lowerBound,
            instance.week.calendar.date(of: from.lowerBound) == instance.week.calendar.date(of: to.lowerBound)
        else { return false }
        let time = instance.tables.begin[to.lowerBound] - instance.tables.end[from.upperBound - 1]
        return instance.tables.minutes(from: p, to: q) > time
    }

    private var quota: Clash? {
        for member in members {
            let those = bonds.filter { $0.members.contains(member) }
            let perDay = Int(instance.tables.maxPerDay[member])
            for date in 0..<instance.tables.dateCount {
                let there = those.filter {
                    $0.span.map { instance.week.calendar.date(of: $0.lowerBound) == date } ?? false
                }
                guard there.count > perDay else { continue }
                let some = Array(there.prefix(perDay + 1))
                let phrase = ClashText.memberDay(
                    names.member(member), some.count, names.date(date), perDay, list(some))
                return clash(
                    .H5, phrase, some,
                    [("member", id(member: member)), ("date", .string(instance.week.calendar.dates[date]))])
            }
            let perWeek = Int(instance.tables.maxPerWeek[member])
            guard those.count > perWeek else { continue }
            let some = Array(those.prefix(perWeek + 1))
            let phrase = ClashText.memberWeek(names.member(member), some.count, perWeek, list(some))
            return clash(.H5, phrase, some, [("member", id(member: member))])
        }
        return nil
    }

    private var order: Clash? {
        for later in bonds {
            for earlier in bonds where instance.tables.predecessors[later.request].contains(earlier.request) {
                guard let from = earlier.span, let to = later.span, to.lowerBound < from.upperBound else { continue }
                let phrase = ClashText.order(
                    names.request(later.request), names.slot(to.lowerBound), names.request(earlier.request))
                return clash(.H9, phrase, [later, earlier], [("slot", id(slot: to.lowerBound))])
            }
        }
        return nil
    }

    // MARK: Things that run short

    private var shortage: Clash? {
        for slot in 0..<instance.tables.slotCount {
            let there = bonds.filter { $0.span?.contains(slot) ?? false }
            if there.count < 2 { continue }
            let when = names.slot(slot)
            let venues = there.reduce(into: Set<Int>()) { $0.formUnion($1.venues) }
            if venues.count < there.count {
                let those = venues.sorted().map(names.venue).listed()
                let phrase = ClashText.fewVenues(when, there.count, venues.count, those, list(there))
                return clash(.H3, phrase, there, [("slot", id(slot: slot))])
            }
            for pool in Pool.allCases {
                let (places, people) = demand(of: there, pool)
                guard people.count < places else { continue }
                let those = people.sorted().map(names.member).listed()
                let needing = there.filter { instance.week.requests[$0.request].needs.contains { $0.pool == pool } }
                let phrase = ClashText.fewMembers(when, places, people.count, those, list(needing))
                return clash(.H5, phrase, needing, [("slot", id(slot: slot))])
            }
        }
        return nil
    }

    /// The places of a pool that sessions have, and who could fill any of them.
    private func demand(of bonds: [Bond], _ pool: Pool) -> (places: Int, people: Set<Int>) {
        var (places, people) = (0, Set<Int>())
        for bond in bonds {
            for (number, need) in instance.week.requests[bond.request].needs.enumerated() where need.pool == pool {
                places += min(need.count, instance.memberCount)
                for index in instance.ofRequest[bond.request] {
                    for at in instance.candidates(instance.placements[index], need: number) {
                        people.insert(Int(instance.memberCandidates[at].member))
                    }
                }
            }
        }
        return (places, people)
    }

    // MARK: Limits

    /// What is missing in a fund.
    /// - Parameter least: Yuan that the sessions charge it at least, its limit left aside.
    func shortage(of fund: Int, least: Double) -> Clash {
        let it = instance.week.funds[fund]
        let phrase = ClashText.fundShort(
            names.fund(fund), plainDecimal(it.limit), plainDecimal(least), plainDecimal(least - it.limit), list(bonds))
        return clash(
            .H8, phrase, bonds,
            [("fund", .string(it.id)), ("yuan", .number(least)), ("missing", .number(least - it.limit))])
    }

    /// The group of a hard cap that the sessions exceed wherever they are held; nil where that hangs on the place.
    func excess(of cap: Int) -> (clash: Clash, measured: Double)? {
        for (number, group) in instance.groups.enumerated()
        where group.rule == cap && group.kind != .target && group.kind != .rowRule {
            var (sum, some) = (0.0, [Bond]())
            for bond in bonds {
                let amounts = instance.ofRequest[bond.request].map { amount(of: $0, in: number) }
                guard let least = amounts.min(), least > 0 else { continue }
                sum += least
                some.append(bond)
            }
            let most = instance.week.caps[cap].threshold
            guard sum > most + 1e-6 else { continue }
            let name = names.cap(cap, group: group.number)
            let phrase = ClashText.capExceeded(name, plainDecimal(most), plainDecimal(sum), list(some))
            let id = instance.week.caps[cap].id
            return (clash(.H10, phrase, some, [("cap", .string(id)), ("measured", .number(sum))]), sum)
        }
        return nil
    }

    private func amount(of placement: Int, in group: Int) -> Double {
        instance.hits(instance.placements[placement]).reduce(0) {
            Int(instance.hits[$1].group) == group ? $0 + instance.hits[$1].amount : $0
        }
    }

    /// All of them, where nothing else can be said.
    var together: Clash { clash(.H11, ClashText.together(decided(bonds), list(bonds)), bonds, []) }

    // MARK: Words

    private func clash(_ rule: Rule, _ phrase: Bilingual, _ bonds: [Bond], _ details: [(String, JSON)]) -> Clash {
        Clash(rule: rule, phrase: phrase, requests: bonds.map(\.request), details: details)
    }

    private func list(_ bonds: [Bond]) -> Bilingual { bonds.map { names.request($0.request) }.listed() }

    private func decided(_ bonds: [Bond]) -> Bilingual {
        let kinds = Set(bonds.flatMap { instance.tables.demandSources[$0.request] ?? [] }.map(\.kind))
        return (kinds == [.pin] ? DecidedWord.pinned : kinds == [.frozen] ? .frozen : .either).bilingual
    }

    private func id(member: Int) -> JSON { .string(instance.week.members[member].id) }
    private func id(slot: Int) -> JSON { .string(instance.week.calendar.name(of: slot)) }
}

extension Instance {
    /// Members without whom some need cannot be filled at a placement.
    fileprivate func neededMembers(_ placement: Placement) -> Set<Int> {
        var needed = Set<Int>()
        for (need, count) in tables.needCounts[Int(placement.request)].enumerated() {
            let range = candidates(placement, need: need)
            if range.count <= count { needed.formUnion(range.map { Int(memberCandidates[$0].member) }) }
        }
        return needed
    }
}
