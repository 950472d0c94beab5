import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Plans as points of the plain integer program")
struct FormulationPlanTests {
    @Test("a sound plan is a point that keeps every row at the checker's objective, and comes back as it was")
    func roundTrip() throws {
        var weeks = SmallWeek(SeededGenerator(for: "plans as points"))
        var plans = 0
        for _ in 0..<25 {
            let week = try Week(document: weeks.document())
            guard let instance = try? Instance(week: week), let formulation = try? Formulation(instance) else {
                continue
            }
            let all = EveryPlan(week)
            for _ in 0..<60 {
                guard let (plan, objective) = draw(all, week, &weeks.generator) else { continue }
                plans += 1
                let point = try #require(formulation.encode(sessions: plan.sessions))
                #expect(formulation.program.violation(of: point) < 1e-9, "\(plan.sessions) in \(week.document.text)")
                #expect(abs(formulation.program.objective(of: point) - objective) < 1e-6)
                let sessions = try #require(formulation.decode(point)).map(instance.session)
                #expect(sorted(sessions) == sorted(plan.sessions))
                for cut in formulation.covers.rounded() {
                    let held = instance.week.requests.map { r in plan.sessions.contains { $0.request == r.id } ? 1.0 : 0
                    }
                    #expect(cut.violation(held) < 1e-9)
                }
            }
        }
        #expect(plans > 50)
    }

    /// A random sound plan, sessions tried one by one.
    private func draw(_ all: EveryPlan, _ week: Week, _ generator: inout SeededGenerator) -> (Plan, Double)? {
        let checker = Checker(week: week)
        var sessions: [Session] = []
        for request in all.sessions.indices.shuffled(using: &generator) where generator.chance(0.8) {
            guard let session = all.sessions[request].randomElement(using: &generator) else { continue }
            sessions.append(session)
        }
        let plan = Plan(week: week.id, sessions: sessions)
        let report = checker.check(plan)
        return report.isSound ? (plan, report.terms.total) : nil
    }

    private func sorted(_ sessions: [Session]) -> [Session] {
        sessions.map { session in
            var it = session
            it.crew.sort()
            return it
        }.sorted { $0.request < $1.request }
    }

    @Test("sessions that the week does not allow are no point")
    func foreignSessions() throws {
        var weeks = SmallWeek(SeededGenerator(seed: 5))
        let week = try Week(document: weeks.document())
        let formulation = try Formulation(Instance(week: week))
        let foreign = Session(request: "r0", start: "2025-05-24.am", township: "t1", venue: "nowhere", crew: [])
        #expect(formulation.encode(sessions: [foreign]) == nil)
        #expect(formulation.encode([Assignment(placement: 100_000, venue: 0, crew: [])]) == nil)
        #expect(formulation.decode([]) == nil)
    }

    @Test("a pinned request that its fund cannot pay for is named, with what it charges and the limit")
    func unpaidPin() throws {
        var weeks = SmallWeek(SeededGenerator(seed: 3))
        guard case .object(var week) = weeks.document() else { return }
        week["funds"] = [["id": "science", "limit": 10], ["id": "city", "limit": 10], ["id": "travel", "limit": 10]]
        week["pins"] = []
        let open = try Instance(week: Week(document: .object(week)))
        let held = try #require(open.ofRequest.firstIndex { !$0.isEmpty })
        week["pins"] = [["request": .string("r\(held)")]]
        let error = #expect(throws: SolveError.self) {
            try Formulation(Instance(week: Week(document: .object(week))))
        }
        guard case .infeasible(let reasons) = error else {
            Issue.record("not infeasible")
            return
        }
        let texts = reasons.map(\.phrase.english)
        #expect(texts.contains { $0.contains("r\(held)") && $0.contains("limit") && $0.contains("10") })
    }
}
