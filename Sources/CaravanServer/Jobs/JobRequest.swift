import CaravanCore
import CaravanSolver
import CaravanStore

/// What a job is to do, as a value: a week's revision and parameters.
struct JobRequest: Sendable {
    /// What becomes of the plan of a job.
    enum Purpose: Sendable {
        /// It is stored as a version, together with the edits under which it is made where they are not stored yet.
        case version(edits: WeekChange?)
        /// It is kept to be looked at; `isEdited`: the week is its revision with edits that nobody has stored.
        case proposal(isEdited: Bool)
    }

    /// What the kind of a job that makes a proposal is called.
    static let preview = "preview"

    /// What the kind of a job that works out what each further change buys is called.
    static let frontier = "frontier"

    /// The week and which revision of it; with edits that are not stored, edited.
    let week: StoredWeek
    /// `solve`, `replan`, `preview`, `frontier` or the name of a study.
    let kind: String
    /// The parameters; the board sets `threads`.
    var parameters: SolveParameters
    /// What a study does; nil: the week is solved for a plan.
    var study: StudyWork?
    /// What becomes of the plan.
    var purpose = Purpose.version(edits: nil)
    /// The revision that the week has to be at when the job is taken in; nil: whichever it is.
    var expected: Int?
    /// What becomes of edits that came with it; nil: there were none.
    var edits: EditsFate?

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
        fields["edits"] = edits.map { .string($0.rawValue) }
        return .object(fields)
    }
}

/// What becomes of the edits that come with a replanning.
enum EditsFate: String {
    /// They are stored with the plan, or not at all.
    case withPlan = "with-plan"
    /// They were stored before the job began.
    case kept
}

extension JobRecord {
    /// What becomes of the edits that came with the job; nil: there were none.
    var edits: EditsFate? {
        (try? JSON(parsing: parameters))?["edits"]?.string.flatMap(EditsFate.init)
    }
}
