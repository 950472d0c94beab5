import CaravanCore
import Foundation
import TestSupport

/// A random week small enough for every plan to be looked at: three or four requests, two townships, two dates.
///
/// Everything that the rules speak of occurs in some of them: sessions of two slots, several townships, needs that share
/// members, legs, trips, tight funds, targets and caps of all kinds, `after`, pins, preferences.
struct SmallWeek {
    var generator: SeededGenerator
    private let dates = ["2025-05-24", "2025-05-25"]
    private var slots: [String] { dates.flatMap { date in ["am", "pm"].map { "\(date).\($0)" } } }

    init(_ generator: SeededGenerator) { self.generator = generator }

    /// A week document.
    mutating func document() -> JSON {
        let requests = (0..<3 + generator.index(below: 2)).map { request($0) }
        return [
            "format": "caravan-week/1", "id": "small", "start": "2025-05-24", "days": 2, "timezone": "Asia/Shanghai",
            "slots": [
                ["id": "am", "start": "09:00", "end": "11:30"], ["id": "pm", "start": "13:00", "end": "15:00"],
            ],
            "audiences": ["youth", "elderly"], "funds": .array(funds()),
            "travel": [
                "fund": "travel", "speedKmh": 40, "roadFactor": 1.3, "bufferMinutes": 10, "costPerKm": 1,
                "legs": [["from": "t1", "to": "t2", "km": 30.5, "minutes": pick([60, 100, 130])]],
            ],
            "townships": [town("t1", 35.0), town("t2", 35.4)], "venues": .array(venues()),
            "experts": .array((1...3).map { expert("e\($0)") }), "kits": [kit()],
            "requests": .array(requests), "targets": .array(targets()), "caps": .array(caps()), "pins": .array(pins()),
            "weights": ["km": 0.1, "preference": 7, "drop": 40, "move": 15, "venue": 6, "crew": 9],
        ]
    }

    private mutating func pick(_ choices: [JSON]) -> JSON { choices[generator.index(below: choices.count)] }

    private mutating func some(_ names: [String], chance: Double) -> JSON {
        .strings(names.filter { _ in generator.chance(chance) })
    }

    private mutating func funds() -> [JSON] {
        [
            ["id": "science", "limit": pick([900, 1500, 2600, 9000])], ["id": "city", "limit": pick([1000, 3000])],
            ["id": "travel", "limit": pick([70, 150, 1000])],
        ]
    }

    private func town(_ id: String, _ latitude: Double) -> JSON {
        [
            "id": .string(id), "county": "c", "lat": .number(latitude), "lon": 112,
            "population": ["youth": 800, "elderly": id == "t1" ? 1500 : 300],
        ]
    }

    private mutating func venues() -> [JSON] {
        ["v1", "v2", "v3"].map { id in
            [
                "id": .string(id), "township": id == "v3" ? "t2" : "t1", "kind": "hall", "capacity": pick([50, 120]),
                "equipment": [], "closed": some(slots, chance: 0.15), "cost": pick([0, 0, 100]),
            ]
        }
    }

    private mutating func expert(_ id: String) -> JSON {
        let skills: JSON =
            generator.chance(0.5) ? ["ai": 2, "health": 1] : generator.chance(0.5) ? ["ai": 1] : ["health": 2]
        return [
            "id": .string(id), "base": pick(["t1", "t2"]), "skills": skills, "away": some(slots, chance: 0.15),
            "maxPerDay": pick([1, 2]), "maxPerWeek": pick([1, 2, 3]), "maxMinutes": pick([40, 200, 200]),
            "fee": pick([0, 50, 300]),
        ]
    }

    private mutating func kit() -> JSON {
        [
            "id": "k1", "base": "t1", "skills": ["van": 1], "away": some(slots, chance: 0.2), "maxPerDay": 1,
            "maxPerWeek": 2, "maxMinutes": 200, "fee": 10,
        ]
    }

    private mutating func request(_ number: Int) -> JSON {
        var needs: [JSON] = [["pool": "experts", "skill": pick(["ai", "health"]), "level": 1, "count": 1]]
        if generator.chance(0.25) { needs.append(["pool": "experts", "skill": "ai", "level": 1, "count": 1]) }
        if generator.chance(0.15) { needs = [["pool": "experts", "skill": "ai", "level": 1, "count": 2]] }
        if generator.chance(0.3) { needs.append(["pool": "kits", "skill": "van", "level": 1, "count": 1]) }
        var it: JSONObject = JSONObject([
            ("id", .string("r\(number)")), ("fund", pick(["science", "science", "city", "travel"])),
            ("audience", pick(["youth", "elderly"])), ("topic", pick(["ai", "health"])),
            ("format", pick(["lecture", "contest"])), ("townships", pick([["t1"], ["t2"], ["t1", "t2"]])),
            ("attendance", pick([30, 60, 100])), ("duration", pick([1, 1, 1, 2])), ("needs", .array(needs)),
            ("value", pick([100, 200, 350])), ("cost", pick([100, 500, 800.5])),
        ])
        if generator.chance(0.4) { it["slots"] = some(slots, chance: 0.7) }
        if generator.chance(0.5) { it["preferredSlots"] = some(slots, chance: 0.4) }
        if number > 0, generator.chance(0.35) { it["after"] = [.string("r\(generator.index(below: number))")] }
        return .object(it)
    }

    private mutating func targets() -> [JSON] {
        [
            [
                "id": "floor", "per": ["township", "audience"], "measure": "sessions", "atLeast": 1, "weight": 20,
                "scaled": true,
            ],
            [
                "id": "people", "per": pick([["audience"], ["date"], []]), "measure": "attendance",
                "atLeast": pick([50, 120]), "weight": 0.5,
            ],
        ]
    }

    private mutating func caps() -> [JSON] {
        var caps: [JSON] = [
            [
                "id": "quiet", "per": ["township", "date"], "measure": "attendance", "atMost": pick([0, 50, 80]),
                "weight": 0.3,
            ]
        ]
        if generator.chance(0.5) {
            caps.append(["id": "topics", "per": ["topic"], "measure": "sessions", "atMost": 1, "weight": 33])
        }
        if generator.chance(0.4) {
            caps.append([
                "id": "hard", "per": ["date"], "where": ["audience": ["youth"]],
                "measure": pick(["sessions", "attendance"]), "atMost": pick([1, 70]),
            ])
        }
        return caps
    }

    private mutating func pins() -> [JSON] {
        guard generator.chance(0.3) else { return [] }
        return [
            generator.chance(0.5)
                ? ["request": "r0", "township": pick(["t1", "t2"])] : ["request": "r0", "crew": [pick(["e1", "e2"])]]
        ]
    }
}

/// Every plan of a small week, by looking at all of them: shares nothing with placements and formulation.
struct EveryPlan {
    /// For each request the sessions that keep the rules by themselves.
    let sessions: [[Session]]
    private let week: Week
    private let baseline: Plan?
    private let freeze: String?

    init(_ week: Week, baseline: Plan? = nil, freeze: String? = nil) {
        (self.week, self.baseline, self.freeze) = (week, baseline, freeze)
        let checker = Checker(week: week)
        let alone: Set<Rule> = [.H1, .H2, .H4, .H5, .H6]
        sessions = week.requests.map { request in
            Self.candidates(request, week).filter { session in
                let report = checker.check(Plan(week: week.id, sessions: [session]))
                return !report.violations.contains { alone.contains($0.rule) }
            }
        }
    }

    /// How many combinations there are.
    var count: Int { sessions.reduce(1) { $0 * ($1.count + 1) } }

    private static func candidates(_ request: Request, _ week: Week) -> [Session] {
        let size = request.needs.reduce(0) { $0 + $1.count }
        let crews = subsets(of: week.members.map(\.id), size: size)
        return request.townships.flatMap { town in
            week.venues.filter { $0.township == town }.flatMap { venue in
                (0..<week.calendar.count).flatMap { start in
                    crews.map {
                        Session(
                            request: request.id, start: week.calendar.name(of: start),
                            township: week.townships[town].id, venue: venue.id, crew: $0)
                    }
                }
            }
        }
    }

    private static func subsets(of items: [String], size: Int) -> [[String]] {
        if size == 0 { return [[]] }
        guard let first = items.first else { return [] }
        let rest = Array(items.dropFirst())
        return subsets(of: rest, size: size - 1).map { [first] + $0 } + subsets(of: rest, size: size)
    }

    /// The best plan that keeps all rules, and its objective, commitments included; nil where there is none.
    func best(under commitments: Commitments = Commitments()) -> (plan: Plan, objective: Double)? {
        best(ofEach: { _ in 0 }, under: commitments)[0]
    }

    /// The best plan of each kind, whatever kinds there are.
    func best(
        ofEach kind: (Plan) -> Int, under commitments: Commitments = Commitments()
    ) -> [Int: (plan: Plan, objective: Double)] {
        let checker = Checker(week: week)
        var best: [Int: (plan: Plan, objective: Double)] = [:]
        func extend(_ request: Int, _ held: [Session]) {
            guard request < sessions.count else {
                let plan = Plan(week: week.id, sessions: held)
                let report = checker.check(plan, baseline: baseline, freeze: freeze)
                let points = baseline.map { checker.commitmentPoints(of: plan, against: $0, under: commitments) } ?? 0
                let number = kind(plan)
                if report.isSound, report.terms.total + points < best[number]?.objective ?? .infinity {
                    best[number] = (plan, report.terms.total + points)
                }
                return
            }
            extend(request + 1, held)
            for session in sessions[request] { extend(request + 1, held + [session]) }
        }
        extend(0, [])
        return best
    }
}
