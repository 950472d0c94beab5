import CaravanCore
import CaravanLanguage
import Synchronization

/// Solves a week and edited copies of it, several at a time, each from the base's plan and duals; stores nothing.
///
/// Where the edits only take away, or only add, what is known of one week says something of the other, and that is used:
/// a plan of a restriction is a plan of the base, a bound of the base one of the restriction, and the other way round for
/// a relaxation. A restriction that the base's plan survives needs no solve at all.
public final class ScenarioStudy: Sendable {
    /// What came out for one scenario.
    public enum Answer: Sendable {
        /// A plan, and what is proven of the change from the base.
        case solved(SolvedWeek, WeekRelation, OptimumChange)
        /// Its edits cannot be applied.
        case refused(EditError)
        /// There is no plan.
        case unsolved(SolveError)
    }

    /// Solves a week; blocks until the end.
    public typealias Solve =
        @Sendable (_ week: Week, _ parameters: SolveParameters) throws(SolveError) -> (plan: Plan, duals: DualStart?)

    private struct State {
        var base: Bracket
        /// Scenarios that need a solve, the next one last.
        var waiting: [Int] = []
    }

    /// Least part of the time that the base gets: every answer is only as good as it is.
    private static let baseShare = 0.25

    private let week: Week
    private let scenarios: [Scenario]
    private let parameters: SolveParameters
    private let solver: StudySolver
    private let control: SolveControl
    private let began = ContinuousClock.now

    /// A study that has not begun.
    /// - Parameters:
    ///   - parameters: Of every solve; `limit` is for all of them together, `threads` how many they keep busy, `start`,
    ///     `duals` and `knownBound` are where the base begins.
    ///   - control: Its stop ends the study; what is being solved then is still answered.
    public init(
        week: Week, scenarios: [Scenario], parameters: SolveParameters, control: SolveControl,
        solve: @escaping Solve
    ) {
        self.week = week
        self.scenarios = scenarios
        self.parameters = parameters
        self.control = control
        solver = StudySolver(parameters: parameters, solve: solve)
    }

    /// Seconds for further solves: a little of the limit is left for what the last ones take to end.
    private var secondsLeft: Double {
        let margin = min(1, 0.02 * parameters.limit)
        return max(0, parameters.limit - margin - (ContinuousClock.now - began) / .seconds(1))
    }

    /// Solves the unedited week, then the scenarios; blocks until the end.
    /// - Parameters:
    ///   - base: Told of the unedited week, first.
    ///   - answer: Told of each scenario by its number, as it is done, on any thread, one at a time.
    /// - Returns: The bracket of the unedited week, sharpened by what the scenarios proved.
    /// - Throws: `SolveError` where the unedited week has no plan.
    @discardableResult
    public func run(
        base told: (SolvedWeek) -> Void, answer: @escaping @Sendable (Int, Answer) -> Void
    ) throws(SolveError) -> Bracket {
        let share = scenarios.isEmpty ? 1 : max(Self.baseShare, 1 / Double(scenarios.count + 1))
        let base = try solver.solve(
            week, seconds: parameters.limit * share, threads: parameters.threads, from: parameters.start,
            duals: parameters.duals, bound: parameters.knownBound)
        told(base)
        let run = Run(study: self, base: base, answer: answer)
        run.all()
        return run.bracket
    }

    /// The scenarios of a study, once the base is known.
    private final class Run: Sendable {
        let study: ScenarioStudy
        let base: SolvedWeek
        private let answer: @Sendable (Int, Answer) -> Void
        private let state: Mutex<State>
        private let telling = Mutex(())

        init(study: ScenarioStudy, base: SolvedWeek, answer: @escaping @Sendable (Int, Answer) -> Void) {
            self.study = study
            self.base = base
            self.answer = answer
            state = Mutex(State(base: base.bracket))
        }

        var bracket: Bracket { state.withLock { $0.base } }

        /// Scenarios that are solved side by side.
        private var workers: Int { min(max(1, study.parameters.threads), max(1, study.scenarios.count)) }

        func all() {
            let (count, workers) = (study.scenarios.count, workers)
            let next = Atomic(0)
            inParallel(workers) { [self] in
                while !study.control.isStopped {
                    let number = next.add(1, ordering: .relaxed).oldValue
                    guard number < count else { return }
                    if let known = known(number) {
                        tell(number, known)
                    } else {
                        state.withLock { $0.waiting.append(number) }
                    }
                }
            }
            state.withLock { $0.waiting.sort(by: >) }
            let threads = max(1, study.parameters.threads / workers)
            inParallel(workers) { [self] in
                while !study.control.isStopped, let task = take(workers) {
                    tell(task.number, solved(task.number, seconds: task.seconds, threads: threads))
                }
            }
        }

        private func inParallel(_ workers: Int, _ body: @escaping @Sendable () -> Void) {
            let threads = (1..<workers).map { WorkerThread(name: "scenarios \($0)", body) }
            body()
            for thread in threads { thread.join() }
        }

        /// The next scenario with its share of the time that is left; those that end early leave more to the others.
        private func take(_ workers: Int) -> (number: Int, seconds: Double)? {
            let left = study.secondsLeft
            return state.withLock { state in
                guard let number = state.waiting.popLast() else { return nil }
                return (number, left * Double(workers) / Double(state.waiting.count + workers))
            }
        }

        private func tell(_ number: Int, _ answer: Answer) {
            telling.withLock { _ in self.answer(number, answer) }
        }

        /// The answer that needs no solve, if there is one.
        private func known(_ number: Int) -> Answer? {
            do {
                let week = try study.scenarios[number].week(from: study.week)
                let relation = WeekRelation(from: study.week, to: week)
                guard relation == .same || relation == .restriction,
                    let plan = study.solver.plan(base.plan, in: week), let points = plan.objective,
                    points <= base.bracket.objective + Tolerance.slack(Tolerance.rounding, of: points)
                else { return nil }
                let bound = min(points, bracket.bound)
                return compare(SolvedWeek(week: week, plan: plan, duals: nil, bound: bound), relation)
            } catch let error as EditError {
                return .refused(error)
            } catch {
                return .refused(EditError(.notReadable("\(error)")))
            }
        }

        private func solved(_ number: Int, seconds: Double, threads: Int) -> Answer {
            do {
                let week = try study.scenarios[number].week(from: study.week)
                let relation = WeekRelation(from: study.week, to: week)
                // What is proven of a week with more plans is proven of one with fewer.
                let bound = relation == .restriction ? bracket.bound : nil
                let solved = try study.solver.solve(
                    week, seconds: seconds, threads: threads, from: base.plan, duals: base.duals,
                    gap: max(Tolerance.optimalGap, base.bracket.gap), bound: bound, sharing: workers)
                return compare(solved, relation)
            } catch let error as EditError {
                return .refused(error)
            } catch let error as SolveError {
                return .unsolved(error)
            } catch {
                return .refused(EditError(.notReadable("\(error)")))
            }
        }

        private func compare(_ solved: SolvedWeek, _ relation: WeekRelation) -> Answer {
            let bracket = state.withLock { state in
                state.base.learn(from: solved.bracket, relation)
                return state.base
            }
            return .solved(solved, relation, OptimumChange(from: bracket, to: solved.bracket, relation: relation))
        }
    }
}
