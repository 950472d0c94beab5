import CaravanCore
import Foundation
import GLPK
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Optima of the plain integer program")
struct FormulationOptimaTests {
    static let weeks = [
        "tiny-1", "tiny-2", "tiny-3", "tiny-4", "tiny-5-rich", "tiny-6-rich", "tiny-7-rich", "tiny-9-rich",
        "tiny-10-rich",
        "tiny-11-rich", "tiny-12-rich", "tiny-18-tight", "tiny-20-tight",
    ]

    @Test(
        "a generated week comes out at its proven optimum, and the checker agrees", arguments: weeks)
    func provenOptimum(_ name: String) throws { try agrees(try SharedOptima.week(name)) }

    @Test(
        "replanning a generated week comes out at its proven optimum", arguments: weeks)
    func replannedOptimum(_ name: String) throws { try agrees(try SharedOptima.replanning(name)) }

    private func agrees(_ it: SharedOptima.Case) throws {
        let instance = try Instance(week: it.week, baseline: it.baseline, freeze: it.freeze)
        let found = try #require(try solveToTheEnd(try Formulation(instance)))
        #expect(abs(found.objective - it.optimum) <= 1e-6 * it.optimum)
        let plan = Plan(week: it.week.id, sessions: found.sessions)
        let report = Checker(week: it.week).check(plan, baseline: it.baseline, freeze: it.freeze)
        #expect(report.isSound, "\(report.violations)")
        #expect(abs(report.terms.total - it.optimum) <= 1e-6 * it.optimum)
    }

    @Test("on random weeks the optimum is that of looking at every plan")
    func everyPlan() throws {
        var weeks = SmallWeek(SeededGenerator(for: "every plan"))
        var (solved, refused) = (0, 0)
        for _ in 0..<60 {
            let week = try Week(document: weeks.document())
            let all = EveryPlan(week)
            if all.count > 15_000 { continue }
            try compare(week, all.best(), baseline: nil, freeze: nil) ? (solved += 1) : (refused += 1)
        }
        #expect(solved >= 20, "only \(solved) weeks had plans, \(refused) had none")
    }

    @Test("against a baseline and with a freeze point the optimum is that of looking at every plan")
    func everyReplan() throws {
        var weeks = SmallWeek(SeededGenerator(for: "every replan"))
        var solved = 0
        for _ in 0..<60 {
            let before = try Week(document: weeks.document())
            let all = EveryPlan(before)
            guard all.count <= 10_000, var baseline = all.best()?.plan else { continue }
            // What follows from a plan that some requests of another week kept, and one that is gone.
            baseline.sessions.append(
                Session(request: "gone", start: "2025-05-24.am", township: "t1", venue: "v1", crew: []))
            let week = try Week(document: weeks.document())
            let freeze = weeks.generator.chance(0.5) ? "2025-05-24.pm" : nil
            let every = EveryPlan(week, baseline: baseline, freeze: freeze)
            if every.count > 15_000 { continue }
            if try compare(week, every.best(), baseline: baseline, freeze: freeze) { solved += 1 }
        }
        #expect(solved >= 5)
    }

    /// Whether there is a plan; either way the program must say the same as the list of all plans.
    private func compare(
        _ week: Week, _ best: (plan: Plan, objective: Double)?, baseline: Plan?, freeze: String?
    ) throws -> Bool {
        var found: (sessions: [Session], objective: Double)?
        do {
            let instance = try Instance(week: week, baseline: baseline, freeze: freeze)
            found = try solveToTheEnd(try Formulation(instance))
        } catch SolveError.infeasible(let reasons) {
            #expect(!reasons.isEmpty)
        }
        guard let best else {
            #expect(found == nil, "there is no plan of \(week.document.text)")
            return false
        }
        let objective = try #require(found?.objective, "there is a plan of \(week.document.text)")
        #expect(abs(objective - best.objective) <= 1e-6 * max(1, best.objective), "\(week.document.text)")
        let plan = Plan(week: week.id, sessions: found?.sessions ?? [])
        let report = Checker(week: week).check(plan, baseline: baseline, freeze: freeze)
        #expect(
            report.isSound && abs(report.terms.total - objective) <= 1e-6 * max(1, objective), "\(week.document.text)")
        return true
    }
}
