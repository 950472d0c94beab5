import CaravanCore

/// What a fund buys: the week solved with several limits of one fund, the others as they are; stores nothing.
///
/// Monotone by construction: a plan for less money is a plan for more, and a bound for more money one for less.
public struct BudgetCurve: Sendable {
    /// The week with one limit of the fund.
    public struct Step: Sendable {
        /// Yuan that the fund may be charged.
        public let limit: Double
        /// Its plan and bracket; the plan may be that of a smaller limit.
        public let solved: SolvedWeek
    }

    /// A request that a plan with more money holds and one with less does not.
    public struct Dropped: Sendable, Equatable {
        /// Identifier of the request.
        public let request: String
        /// The largest limit, yuan, with which it has no session, nor with any smaller one.
        public let limit: Double
    }

    /// Least part of the time that the largest limit gets, from which the others begin.
    private static let firstShare = 0.25

    private let week: Week
    private let fund: String
    private let limits: [Double]
    private let parameters: SolveParameters
    private let solver: StudySolver
    private let control: SolveControl

    /// A curve that has not begun.
    /// - Parameters:
    ///   - limits: Yuan.
    ///   - parameters: As for `ScenarioStudy`.
    ///   - control: Its stop ends the study; the limits solved until then, the larger ones, are answered.
    public init(
        week: Week, fund: String, limits: [Double], parameters: SolveParameters, control: SolveControl,
        solve: @escaping ScenarioStudy.Solve
    ) {
        self.week = week
        self.fund = fund
        self.limits = Set(limits).sorted(by: >)
        self.parameters = parameters
        self.control = control
        solver = StudySolver(parameters: parameters, solve: solve)
    }

    /// Solves from the largest limit to the smallest, each from the plan before; blocks until the end.
    /// - Parameter told: Told of each limit as it is solved, before what smaller ones find is taken over.
    /// - Returns: The steps, the largest limit first.
    /// - Throws: `SolveError` where the largest limit has no plan; a smaller one without a plan ends the curve.
    public func run(_ told: (Step) -> Void) throws(SolveError) -> [Step] {
        let began = ContinuousClock.now
        var steps: [Step] = []
        for (number, limit) in limits.enumerated() where !control.isStopped {
            let left = max(0, parameters.limit - (ContinuousClock.now - began) / .seconds(1))
            let share = max(1 / Double(limits.count - number), number == 0 ? Self.firstShare : 0)
            guard let week = edited(limit) else { continue }
            do throws(SolveError) {
                let step = Step(limit: limit, solved: try solve(week, after: steps.last?.solved, seconds: left * share))
                told(step)
                steps.append(step)
            } catch {
                guard !steps.isEmpty, case .infeasible = error else { throw error }
                break
            }
        }
        return monotone(steps)
    }

    private func edited(_ limit: Double) -> Week? {
        try? Scenario(name: fund, edits: [["op": "limit", "fund": .string(fund), "limit": .number(limit)]])
            .week(from: week)
    }

    private func solve(_ week: Week, after larger: SolvedWeek?, seconds: Double) throws(SolveError) -> SolvedWeek {
        guard let larger else {
            return try solver.solve(
                week, seconds: seconds, threads: parameters.threads, from: parameters.start, duals: parameters.duals)
        }
        // Whoever does not spend what is taken away loses nothing.
        if let plan = solver.plan(larger.plan, in: week) {
            return SolvedWeek(week: week, plan: plan, duals: larger.duals, bound: larger.bracket.bound)
        }
        return try solver.solve(
            week, seconds: seconds, threads: parameters.threads, from: larger.plan, duals: larger.duals,
            gap: max(Tolerance.optimalGap, larger.bracket.gap), bound: larger.bracket.bound)
    }

    /// Each limit takes over the plan of a smaller one where that is better.
    private func monotone(_ steps: [Step]) -> [Step] {
        var best: SolvedWeek?
        let rising = steps.reversed().map { step -> Step in
            var solved = step.solved
            if let best, best.bracket.objective < solved.bracket.objective,
                let plan = solver.plan(best.plan, in: solved.week)
            {
                solved = SolvedWeek(week: solved.week, plan: plan, duals: solved.duals, bound: solved.bracket.bound)
            }
            best = solved
            return Step(limit: step.limit, solved: solved)
        }
        return rising.reversed()
    }

    /// Which requests go as the fund shrinks, the first to go first; of those that go at the same limit those of the
    /// least value first.
    /// - Parameter steps: As `run` returns them.
    public static func dropped(_ steps: [Step]) -> [Dropped] {
        guard let first = steps.first else { return [] }
        var last: [String: Double] = [:]
        var held = Set(first.solved.plan.sessions.map(\.request))
        for step in steps.dropFirst().reversed() {
            // From the smallest limit up: where a request is held, it has not gone yet.
            let now = Set(step.solved.plan.sessions.map(\.request))
            for request in held where !now.contains(request) { last[request] = step.limit }
            held.subtract(now)
        }
        let week = first.solved.week
        func value(_ request: String) -> Double { week.request(request).map { week.requests[$0].value } ?? 0 }
        return last.map { Dropped(request: $0.key, limit: $0.value) }
            .sorted { (-$0.limit, value($0.request), $0.request) < (-$1.limit, value($1.request), $1.request) }
    }
}
