import CaravanSolver

/// What a job does that solves copies of a week and stores nothing. It blocks its thread until it is over, and ends within
/// a second of `control.stop()` with what it has answered by then.
typealias StudyWork =
    @Sendable (
        _ parameters: SolveParameters, _ control: SolveControl, _ tell: @escaping @Sendable (SolveProgress) -> Void
    ) throws(SolveError) -> StudyEnd

/// How a study ended.
struct StudyEnd: Sendable {
    /// What is known of the unedited week; nil where the study did not come to it.
    var base: Bracket?
    /// Why it ended: `stopped`, or `limit`.
    var termination: Termination
}
