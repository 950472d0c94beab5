import CaravanCore
import CaravanSolver

/// What the body of a study works with.
struct StudyRun: Sendable {
    let week: Week
    /// Limit, threads, and where the unedited week begins.
    let parameters: SolveParameters
    /// Stopped with the job.
    let control: SolveControl
    let engine: any Engine
    private let told: @Sendable (SolveProgress) -> Void
    private let began = ContinuousClock.now

    init(
        week: Week, _ parameters: SolveParameters, _ control: SolveControl, engine: any Engine,
        tell: @escaping @Sendable (SolveProgress) -> Void
    ) {
        self.week = week
        self.parameters = parameters
        self.control = control
        self.engine = engine
        told = tell
        tell(SolveProgress(seconds: 0, phase: "base"))
    }

    /// Does the work of the study so that what it does besides solving ends with it, too.
    func governed(_ work: () throws(SolveError) -> StudyEnd) throws(SolveError) -> StudyEnd {
        let result = control.governing { () -> Result<StudyEnd, SolveError> in
            do throws(SolveError) { return .success(try work()) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// Tells how far the study is.
    func tell(base bracket: Bracket, done: Int, of count: Int) {
        told(
            SolveProgress(
                seconds: began.duration(to: .now).seconds, objective: bracket.objective, bound: bracket.bound,
                phase: "\(done) of \(count)"))
    }

    /// The end of the study.
    func end(_ base: Bracket?) -> StudyEnd {
        StudyEnd(base: base, termination: control.isStopped ? .stopped : .limit)
    }
}
