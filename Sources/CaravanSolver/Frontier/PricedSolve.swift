import CaravanCore

/// A replanning in which each change costs a price: what the ascent proves and the search finds, counted in steps.
struct PricedSolve: Sendable {
    /// What came out.
    struct Outcome: Sendable {
        /// The bound, in the form that holds for any number of changes.
        let line: FrontierTable.Line
        /// The ascent, for what it rules out.
        var ascent: LagrangianAscent
        /// Plans found, by the placements of the plain week.
        let plans: [[Assignment]]
    }

    let changes: ChangeProgram
    private let costs: StepCosts
    private let parameters: SolveParameters
    private let control: SolveControl
    /// Iterations between two plans that the search hands over.
    private static let slice = 128

    init(_ changes: ChangeProgram, _ costs: StepCosts, _ parameters: SolveParameters, control: SolveControl) {
        (self.changes, self.costs, self.parameters, self.control) = (changes, costs, parameters, control)
    }

    /// Microseconds of each of both, about.
    private var effort: Double { parameters.tuning.programs.priceEffort }

    /// Runs ascent, from what is known of this week at another price, and search beside each other, or with one thread one
    /// after the other; both depend on nothing but the plan that they begin with.
    func run(from plan: [Assignment], _ duals: DualStart?, threads: Int) -> Outcome {
        let start = changes.translated(plan)
        let target = Schedule(changes.instance, holding: start).objective
        let climbing = Future(thread: threads > 1 ? "bound" : nil) { climb(from: duals, towards: target) }
        let plans = search(from: start)
        let ascent = climbing.wait()
        let line = FrontierTable.Line(price: changes.price, value: ascent.bestBound)
        return Outcome(line: line, ascent: ascent, plans: plans)
    }

    private func climb(from duals: DualStart?, towards target: Double) -> LagrangianAscent {
        var ascent = LagrangianAscent(changes.instance, parameters.tuning.ascent, from: duals)
        var left = effort
        while left > 0, !control.isStopped {
            if ascent.hasConverged {
                if ascent.keepsFunds { break }
                ascent.keepFunds()
            }
            _ = ascent.step(towards: target)
            left -= ascent.keepsFunds ? costs.knapsackRound : costs.round
        }
        return ascent
    }

    private func search(from start: [Assignment]) -> [[Assignment]] {
        var search = Search(changes.instance, parameters.tuning.search, seed: parameters.seed)
        search.construct(from: start)
        var plans: [[Assignment]] = []
        var left = max(Self.slice, Int(effort / costs.iteration))
        while left > 0, !control.isStopped {
            search.expect(iterations: left)
            if search.run(Self.slice), search.record.missing == 0 { plans.append(changes.plainPlan(search.best)) }
            left -= Self.slice
        }
        if search.record.missing == 0 { plans.append(changes.plainPlan(search.best)) }
        return plans
    }
}
