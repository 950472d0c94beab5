import CaravanCore
import CaravanSolver
import CaravanStore

/// What a job is to do, as a value: a week's revision and parameters.
struct JobRequest: Sendable {
    /// What becomes of the plan of a job.
    enum Purpose: Sendable {
        /// It is stored as a version.
        case version
        /// It is kept to be looked at; `isEdited`: the week is its revision with edits that nobody has stored.
        case proposal(isEdited: Bool)
    }

    /// What the kind of a job that makes a proposal is called.
    static let preview = "preview"

    /// What the kind of a job that works out what each further change buys is called.
    static let frontier = "frontier"

    /// The week and which revision of it.
    let week: StoredWeek
    /// `solve`, `replan`, `preview`, `frontier` or the name of a study.
    let kind: String
    /// The parameters; the board sets `threads`.
    var parameters: SolveParameters
    /// What a study does; nil: the week is solved for a plan.
    var study: StudyWork?
    /// What becomes of the plan.
    var purpose = Purpose.version

    /// The parameters as they are stored and shown.
    var document: JSON {
        var fields = JSONObject()
        if !parameters.isCounted { fields["limit"] = .number(parameters.limit) }
        fields["gap"] = .number(parameters.gap)
        fields["seed"] = .number(Double(parameters.seed))
        fields["work"] = parameters.work.map(JSON.int)
        fields["baseline"] = parameters.baseline?.version.map(JSON.int)
        if !parameters.commitments.isNeutral { fields["commitments"] = parameters.commitments.document }
        fields["freeze"] = parameters.freeze.map { .string($0) }
        return .object(fields)
    }
}
