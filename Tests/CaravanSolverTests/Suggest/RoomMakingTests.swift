import CaravanCore
import CaravanSolver
import TestSupport
import Testing

@Suite("Suggestions that move another session")
struct RoomMakingTests {
    private func with(_ sessions: [Session], _ plan: Plan, without gone: Set<String> = []) -> Plan {
        var plan = plan
        let replaced = gone.union(sessions.map(\.request))
        plan.sessions.removeAll { replaced.contains($0.request) }
        plan.sessions += sessions
        return plan
    }

    @Test("Each keeps the rules and changes every term as the checker finds; no place that one move opens is missing")
    func agreesWithBruteForce() throws {
        var weeks = SmallWeek(SeededGenerator(for: "making room", seed: 3))
        var (opened, equal, dropped, chained) = (0, 0, 0, 0)
        // Weeks differ much in how many places they give, so it goes on until there are enough of each kind.
        for _ in 1...2_000 where opened < 60 || dropped < 5 || opened - dropped < 5 || chained < 1 {
            let week = try Week(document: weeks.document())
            guard week.pins.isEmpty else { continue }
            guard let plan = HastyPlan(week, &weeks.generator)?.plan else { continue }
            let held = Set(plan.sessions.map(\.request))
            let awaited = Set(plan.sessions.compactMap { week.request($0.request) }.flatMap { week.requests[$0].after })
            for (number, request) in week.requests.enumerated()
            where !held.contains(request.id) || awaited.contains(number) {
                let found = Suggestions.best(1000, for: request.id, in: plan, of: week, moving: true)
                try check(found, plan, week)
                let plain = Suggestions.best(1000, for: request.id, in: plan, of: week)
                #expect(found.filter(\.moves.isEmpty).count == plain.count)
                let least = byForce(request, plan, week, besides: Set(plain.map { place($0.session) }))
                let moving = found.filter { !$0.moves.isEmpty }
                #expect(Set(moving.map { place($0.session) }) == Set(least.keys), "\(request.id) \(week.document.text)")
                for it in moving {
                    let best = try #require(least[place(it.session)])
                    #expect(it.change.total >= best - 1e-6)
                    opened += 1
                    if it.change.total <= best + 1e-6 { equal += 1 }
                    if it.moves.contains(where: { $0.to == nil }) { dropped += 1 }
                    if it.moves.count > 1 { chained += 1 }
                }
            }
        }
        print(
            "making room: \(opened) places, \(equal) as good as can be, \(dropped) by dropping, \(chained) with followers"
        )
        #expect(dropped >= 5 && opened - dropped >= 5 && chained >= 1, "all kinds were met")
        #expect(equal * 2 > opened, "putting the others back one by one is mostly as good as can be")
    }

    private func place(_ session: Session) -> String { "\(session.start) \(session.venue)" }

    private func check(_ found: [Suggestion], _ plan: Plan, _ week: Week) throws {
        let before = Checker(week: week).check(plan)
        for it in found {
            let gone = Set(it.moves.map(\.request))
            let after = Checker(week: week).check(with(it.moves.compactMap(\.to) + [it.session], plan, without: gone))
            #expect(after.isSound, "\(after.violations)")
            for ((now, was), change) in zip(zip(after.terms.named, before.terms.named), it.change.named) {
                #expect(abs(now.points - was.points - change.points) < 1e-8, "\(change.name)")
            }
            #expect(it.moves.allSatisfy { $0.from != $0.to })
            let first = it.moves.filter { move in
                let waits = week.request(move.request).map { week.requests[$0].after } ?? []
                return gone.isDisjoint(with: waits.map { week.requests[$0].id })
            }
            #expect(first.count <= 1, "one moves, and those that wait for it")
        }
        let totals = found.map(\.change.total)
        #expect(zip(totals, totals.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    }

    /// For each place that is not free as it is, the least change with one session, and all that wait for it, elsewhere.
    private func byForce(
        _ request: Request, _ plan: Plan, _ week: Week, besides free: Set<String>
    ) -> [String: Double] {
        let checker = Checker(week: week)
        let before = checker.check(plan).terms.total
        let every = EveryPlan(week).sessions
        let number = week.request(request.id) ?? 0
        var least: [String: Double] = [:]
        for mover in plan.sessions where mover.request != request.id {
            let gone = followers(of: mover.request, week)
            let taken = plan.sessions.map(\.request).filter(gone.contains).compactMap(week.request).sorted()
            for session in every[number] where !free.contains(place(session)) {
                let rest = with([session], plan, without: gone)
                guard checker.check(rest).isSound else { continue }
                let outcome = best(taken[...], every, rest, checker)
                least[place(session)] = min(least[place(session)] ?? .infinity, outcome - before)
            }
        }
        return least
    }

    /// The least objective with the taken requests held anywhere or dropped.
    private func best(_ taken: ArraySlice<Int>, _ every: [[Session]], _ plan: Plan, _ checker: Checker) -> Double {
        guard let next = taken.first else {
            let report = checker.check(plan)
            return report.isSound ? report.terms.total : .infinity
        }
        let rest = taken.dropFirst()
        var least = best(rest, every, plan, checker)
        for session in every[next] { least = min(least, best(rest, every, with([session], plan), checker)) }
        return least
    }

    private func followers(of request: String, _ week: Week) -> Set<String> {
        var all: Set<String> = [request]
        for _ in week.requests {
            for it in week.requests where it.after.contains(where: { all.contains(week.requests[$0].id) }) {
                all.insert(it.id)
            }
        }
        return all
    }

    @Test("The session that makes room is told with its old and its new form, and all that is charged is counted")
    func moves() throws {
        var sample = SampleWeek()
        sample.venues = [SampleWeek.venue("v1", "north")]
        sample.requests = [
            SampleWeek.request("r1", ["slots": ["2025-05-24.am"]]), SampleWeek.request("r2", ["audience": "elderly"]),
        ]
        let week = try sample.week()
        let was = session("r2", "2025-05-24.am", "v1", ["e1"])
        let plan = Plan(week: week.id, sessions: [was])
        #expect(Suggestions.best(5, for: "r1", in: plan, of: week).isEmpty)
        let found = Suggestions.best(5, for: "r1", in: plan, of: week, moving: true)
        #expect(found.count == 1 && found[0].moves.map(\.from) == [was] && found[0].moves[0].to?.request == "r2")
        #expect(found[0].change.total == -300 && found[0].yuan == 1100)
        let record = found[0].record
        #expect(record["moves"]?.array?.first?["from"]?["start"] == "2025-05-24.am")
        sample.requests[1] = SampleWeek.request(
            "r2", ["audience": "elderly", "slots": ["2025-05-24.am"], "value": 120])
        let tight = try sample.week()
        let dropped = Suggestions.best(5, for: "r1", in: plan, of: tight, moving: true)
        #expect(dropped.map(\.change.total) == [-180] && dropped[0].moves[0].to == nil && dropped[0].yuan == 0)
        #expect(dropped[0].record["moves"]?.array?.first?["dropped"] == true)
    }
}
