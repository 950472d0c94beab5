import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("What one more is worth")
struct WorthReportTests {
    /// Duals of a week after an ascent.
    private func duals(_ instance: Instance, _ objective: Double, rounds: Int = 200) -> DualStart {
        var ascent = LagrangianAscent(instance)
        for _ in 0..<rounds where !ascent.hasConverged { _ = ascent.step(towards: objective) }
        return ascent.duals
    }

    @Test("no plan with more of a thing is better than the bound allows, found by looking at every plan")
    func promise() throws {
        #expect(try promises(SeededGenerator(for: "worth on small weeks")) >= 20)
    }

    @Test("nor where a cover cut rested on the limit that is raised")
    func promiseOfCoveredFund() throws {
        #expect(try promises(SeededGenerator(seed: 17_496_824)) >= 20)
    }

    /// Holds what is promised on weeks of a generator against every plan; returns how many promises were tried.
    private func promises(_ generator: SeededGenerator) throws -> Int {
        var weeks = SmallWeek(generator)
        var tried = 0
        for it in try SolvedSmallWeek.some(40, &weeks) where it.baseline == nil {
            let week = it.instance.week
            let report = try WorthReport(week: week, duals: duals(it.instance, it.objective))
            #expect(report.bound <= it.objective + 1e-6)
            for worth in report.things {
                guard let more = more(of: worth.thing, in: week), try opensNothing(more.week, it.instance),
                    case let all = EveryPlan(more.week), all.count <= 4_000, let best = all.best()
                else { continue }
                let promised = report.bound - worth.points * more.units
                #expect(best.objective >= promised - 1e-5 * max(1, it.objective), "\(worth) in \(week.document.text)")
                tried += 1
            }
        }
        return tried
    }

    /// Whether every request fits only where it fits already: of others nothing is promised.
    private func opensNothing(_ more: Week, _ instance: Instance) throws -> Bool {
        func places(_ instance: Instance) -> Set<[Int32]> {
            Set(instance.placements.map { [$0.request, $0.township, $0.start] })
        }
        return places(try Instance(week: more)).isSubset(of: places(instance))
    }

    /// The week with more of a thing, and how much more.
    private func more(of thing: ResourceWorth.Thing, in week: Week) -> (week: Week, units: Double)? {
        var edits: JSON
        var units = 1.0
        switch thing {
        case .fund(let id):
            let limit = week.fund(id).map { week.funds[$0].limit } ?? 0
            edits = [["op": "limit", "fund": .string(id), "limit": .number(limit + 500)]]
            units = 500 / ResourceWorth.yuan
        case .venue(let id, let slot):
            guard var venue = week.document["venues"]?.array?.first(where: { $0["id"]?.string == id })?.object else {
                return nil
            }
            venue["id"] = "second"
            venue["closed"] = .strings((0..<week.calendar.count).map(week.calendar.name(of:)).filter { $0 != slot })
            edits = [["op": "add", "kind": "venue", "value": .object(venue)]]
        case .skill(let pool, let skill, let county, let date):
            guard let base = week.townships.first(where: { week.counties[$0.county] == county }) else { return nil }
            let kind = pool == .experts ? "expert" : pool == .mentors ? "mentor" : "kit"
            let away = (0..<week.calendar.count).filter { week.calendar.dates[week.calendar.date(of: $0)] != date }
            let member: JSON = [
                "id": "helper", "base": .string(base.id), "skills": [skill: 5],
                "away": .strings(away.map(week.calendar.name(of:))), "maxPerDay": 1, "maxPerWeek": 1, "maxMinutes": 0,
                "fee": 0,
            ]
            edits = [["op": "add", "kind": .string(kind), "value": member]]
            // One session, of the whole date at the longest.
            units = week.calendar.slots.reduce(0) { $0 + Double($1.end - $1.begin) / 60 }
        }
        guard let document = try? WeekEdits.apply(edits, to: week.document) else { return nil }
        return (try? Week(document: document)).map { ($0, units) }
    }

    @Test("a week short of money says so, and things come in the order of their worth")
    func order() throws {
        var crowded = CrowdedWeek(seed: 3)
        let week = try crowded.week()
        let poor = try Week(
            document: WeekEdits.apply([["op": "limit", "fund": "science", "factor": 0.3]], to: week.document))
        let instance = try Instance(week: poor)
        let report = try WorthReport(week: poor, duals: duals(instance, 4_000, rounds: 400))
        #expect(report.things.contains { $0.thing == .fund(id: "science") })
        #expect(report.things.contains { if case .skill = $0.thing { $0.request != nil } else { false } })
        #expect(zip(report.things, report.things.dropFirst()).allSatisfy { $0.points >= $1.points })
        #expect(report.things.allSatisfy { $0.points > 0 && $0.points.isFinite })
    }
}
