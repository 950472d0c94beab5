import CaravanCore
import GLPK

/// Works out a `DisruptionFrontier` for a replanning that is solved.
///
/// "At most N changes" is one more rule. Priced at μ ≥ 0 it leaves a week as before, in which every session that is not
/// the baseline's costs μ more: the ascent gives a bound L(μ) − μN for every N at once, and the search a plan that is
/// good at that price. What lies between prices is found by integer programs with the rule as a row. Everything is
/// counted in steps, so the same input gives the same frontier.
public struct FrontierStudy: Sendable {
    private let plain: Instance
    private let changes: ChangeProgram
    private let costs: StepCosts
    private let parameters: SolveParameters
    private let control: SolveControl
    private let cancellation = Cancellation()
    private let best: Plan

    /// - Parameters:
    ///   - week: The edited week.
    ///   - parameters: Those that it was solved with, baseline and freeze point among them.
    ///   - best: The plan that the solve ended with; its bound holds for every number of changes.
    /// - Throws: `SolveError`, as a solve does.
    public init(
        week: Week, parameters: SolveParameters, best: Plan, control: SolveControl = SolveControl()
    ) throws(SolveError) {
        // The plain week, that with the changes apart and one at a price at a time, and what is cut from them.
        plain = try Instance(
            week: week, baseline: parameters.baseline, freeze: parameters.freeze, rules: parameters.rules,
            allowance: Allowance(
                memory: parameters.memory / 4, deadline: Deadline(control, Stopwatch(), end: .infinity)))
        changes = ChangeProgram(plain, price: 0)
        costs = StepCosts(plain)
        (self.parameters, self.best, self.control) = (parameters, best, control)
        control.link(cancellation)
    }

    /// Works it out; blocks the calling thread. After a stop it tells what is known by then.
    public func run() -> DisruptionFrontier {
        var table = FrontierTable(bound: best.bound ?? -.infinity)
        let whole = best.sessions.compactMap(plain.assignment)
        offer([whole], to: &table)
        let least = LeastChange(
            plain, parameters.baseline, parameters.tuning.programs, cancellation: cancellation
        ).run(from: whole)
        offer([least.plan], to: &table)
        let steps = DisruptionFrontier.steps(from: count(least.plan), to: count(whole))
        var sieve = FrontierSieve(Survivors(all: changes.instance), steps)
        var duals = parameters.duals
        for price in table.prices where !control.isStopped {
            let solve = PricedSolve(ChangeProgram(plain, price: price), costs, parameters, control: control)
            let start = table.best(at: price)?.assignments ?? whole
            var outcome = solve.run(from: start, duals, threads: parameters.threads)
            duals = outcome.ascent.duals
            table.add(outcome.line)
            offer(outcome.plans, to: &table)
            sieve.sift(&outcome, table)
        }
        let program = RowProgram(
            changes: changes, parameters: parameters.tuning.programs, cancellation: cancellation)
        for step in steps where !control.isStopped {
            program.improve(&table, upTo: step, sieve.survivors(upTo: step))
        }
        return table.frontier(steps, isLeastProven: least.isProven)
    }

    private func offer(_ plans: [[Assignment]], to table: inout FrontierTable) {
        for plan in plans {
            table.offer(plan, changes: count(plan), objective: Schedule(plain, holding: plan).objective)
        }
    }

    private func count(_ plan: [Assignment]) -> Int { changes.count(plan) }
}

/// For each number of changes what a better plan can still use, by the price that proves most of it.
private struct FrontierSieve {
    private let everything: Survivors
    private let steps: [Int]
    private var sifted: [Int: (bound: Double, survivors: Survivors)] = [:]

    init(_ everything: Survivors, _ steps: [Int]) { (self.everything, self.steps) = (everything, steps) }

    /// Takes what an ascent at a price rules out, where it proves more than others: a plan with N changes at most and at
    /// most z points has at most z + price · N where changes are priced.
    mutating func sift(_ outcome: inout PricedSolve.Outcome, _ table: FrontierTable) {
        let line = outcome.line
        for step in steps {
            let bound = line.value - line.price * Double(step)
            guard let known = table.best(upTo: step), bound > sifted[step]?.bound ?? -.infinity else { continue }
            let most = known.objective + line.price * Double(step)
            sifted[step] = (bound, outcome.ascent.survivors(objective: most))
        }
    }

    func survivors(upTo step: Int) -> Survivors { sifted[step]?.survivors ?? everything }
}
