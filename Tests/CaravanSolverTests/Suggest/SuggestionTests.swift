import CaravanCore
import CaravanSolver
import TestSupport
import Testing

@Suite("Suggestions against the checker")
struct SuggestionTests {
    private static let towns = ["north", "south"]

    /// A week in which rooms, people, money, order and coverage all matter, and nothing is too large to enumerate.
    private func week(_ random: inout SeededGenerator) throws -> Week {
        var sample = SampleWeek()
        sample.kmWeight = Double(Int.random(in: 0...20, using: &random)) / 10
        sample.venues = (1...4).map { number in
            SampleWeek.venue(
                "v\(number)", Self.towns[number % 2],
                ["cost": .int(100 * Int.random(in: 0...3, using: &random)), "capacity": number == 1 ? 40 : 100])
        }
        sample.experts = (1...4).map { number in
            SampleWeek.expert(
                "e\(number)",
                [
                    "base": .string(Self.towns[Int.random(in: 0...1, using: &random)]),
                    "fee": .int(50 * Int.random(in: 0...4, using: &random)), "maxPerDay": random.chance(0.3) ? 1 : 2,
                ])
        }
        sample.requests = (1...5).map { number in
            let skill: JSON = ["pool": "experts", "skill": "ai", "level": 1, "count": random.chance(0.3) ? 2 : 1]
            return SampleWeek.request(
                "r\(number)",
                [
                    "townships": ["north", "south"], "needs": [skill], "after": number == 2 ? ["r1"] : [],
                    "audience": random.chance(0.5) ? "youth" : "elderly",
                    "value": .int(100 * Int.random(in: 1...5, using: &random)),
                    "preferredSlots": [.string(SampleWeek.allSlots[Int.random(in: 0...3, using: &random)])],
                ])
        }
        sample.funds = [
            ["id": "science", "name": "Science", "limit": .int(random.chance(0.5) ? 5600 : 8000)],
            ["id": "travel", "name": "Travel", "limit": .int(random.chance(0.5) ? 200 : 1000)],
        ]
        sample.caps = [
            ["id": "few", "per": ["date"], "where": [:], "measure": "sessions", "atMost": 2, "weight": 30]
        ]
        sample.targets = [
            ["id": "each", "per": ["township"], "where": [:], "measure": "sessions", "atLeast": 2, "weight": 40]
        ]
        return try sample.week()
    }

    /// All that a request could be given, fitting or not: slot × venue × crew.
    private func everything(_ request: Request, _ week: Week) -> [Session] {
        let members = week.members.map(\.id)
        let crews =
            request.needs[0].count == 1
            ? members.map { [$0] }
            : members.indices.flatMap { one in members[(one + 1)...].map { [members[one], $0] } }
        return SampleWeek.allSlots.flatMap { start in
            week.venues.flatMap { venue in
                crews.map {
                    session(request.id, start, venue.id, $0, in: week.townships[venue.township].id)
                }
            }
        }
    }

    private func with(_ session: Session, _ plan: Plan) -> Plan {
        var plan = plan
        plan.sessions.removeAll { $0.request == session.request }
        plan.sessions.append(session)
        return plan
    }

    @Test("Each keeps the rules, changes every term as the checker finds, and the first is the best there is")
    func agreesWithBruteForce() throws {
        var random = SeededGenerator(for: "suggestions", seed: 7)
        var (held, unheld, listed) = (0, 0, 0)
        for _ in 1...12 {
            let week = try week(&random)
            var plan = try Solver(week: week, parameters: SolveParameters(work: 20)).run().plan
            let waited = Set(week.requests.flatMap(\.after).map { week.requests[$0].id })
            plan.sessions.removeAll { !waited.contains($0.request) && random.chance(0.3) }
            let baseline = random.chance(0.5) ? plan : nil
            let before = Checker(week: week).check(plan, baseline: baseline)
            try #require(before.isSound)
            for request in week.requests {
                let found = Suggestions.best(1000, for: request.id, in: plan, of: week, baseline: baseline)
                if plan.sessions.contains(where: { $0.request == request.id }) { held += 1 } else { unheld += 1 }
                listed += found.count
                try compare(found, request, plan, week, baseline, before)
            }
        }
        print("suggestions: held \(held), not held \(unheld), listed \(listed)")
        #expect(held >= 5 && unheld >= 5 && listed >= 100)
    }

    private func compare(
        _ found: [Suggestion], _ request: Request, _ plan: Plan, _ week: Week, _ baseline: Plan?,
        _ before: CheckReport
    ) throws {
        for it in found {
            let after = Checker(week: week).check(with(it.session, plan), baseline: baseline)
            #expect(after.isSound)
            for ((now, was), change) in zip(zip(after.terms.named, before.terms.named), it.change.named) {
                #expect(abs(now.points - was.points - change.points) < 1e-8, "\(request.id) \(change.name)")
            }
        }
        let deltas = found.map(\.change.total)
        #expect(zip(deltas, deltas.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
        var least: [String: Double] = [:]
        for candidate in everything(request, week) {
            let report = Checker(week: week).check(with(candidate, plan), baseline: baseline)
            guard report.isSound else { continue }
            let place = "\(candidate.start) \(candidate.venue)"
            least[place] = min(least[place] ?? .infinity, report.terms.total - before.terms.total)
        }
        #expect(Set(found.map { "\($0.session.start) \($0.session.venue)" }) == Set(least.keys))
        #expect(found.count == least.count)
        for it in found {
            let best = try #require(least["\(it.session.start) \(it.session.venue)"])
            #expect(abs(best - it.change.total) < 1e-6)
        }
    }

    @Test("A held request is compared with its own session, and stays before those that wait for it")
    func held() throws {
        var sample = SampleWeek()
        sample.requests = [SampleWeek.request("r1"), SampleWeek.request("r2", ["after": ["r1"]])]
        let week = try sample.week()
        let plan = Plan(
            week: week.id,
            sessions: [
                session("r1", "2025-05-24.pm", "v1", ["e1"]), session("r2", "2025-05-25.am", "v1", ["e1"]),
            ])
        let found = Suggestions.best(10, for: "r1", in: plan, of: week)
        #expect(Set(found.map(\.session.start)) == ["2025-05-24.am", "2025-05-24.pm"])
        #expect(found.allSatisfy { $0.change.total == 0 && $0.yuan == 1100 })
        #expect(Suggestions.best(3, for: "r1", in: plan, of: week).count == 3)
        #expect(Suggestions.best(3, for: "r9", in: plan, of: week).isEmpty)
    }

    @Test("A trip that a member makes anyway is charged once")
    func sharedTrip() throws {
        var sample = SampleWeek()
        sample.kmWeight = 1
        sample.venues = [SampleWeek.venue("v1", "south", ["cost": 50])]
        sample.experts = [SampleWeek.expert("e1")]
        sample.requests = ["r1", "r2"].map { SampleWeek.request($0, ["townships": ["south"]]) }
        let week = try sample.week()
        let plan = Plan(week: week.id, sessions: [session("r1", "2025-05-24.am", "v1", ["e1"], in: "south")])
        let found = Suggestions.best(10, for: "r2", in: plan, of: week)
        #expect(found.first?.session.start == "2025-05-24.pm")
        #expect(found.first?.change.travel == 0 && found.first?.change.total == -300)
        #expect(found.first?.charges.map(\.fund) == ["science"] && found.first?.yuan == 1150)
        #expect(found.last?.change.travel == 180 && found.last?.yuan == 1330)
    }
}
