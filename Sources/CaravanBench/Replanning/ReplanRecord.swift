import CaravanCore

/// How one cancellation was answered.
struct ReplanRecord: Sendable, Equatable {
    /// Name of the week.
    let week: String
    /// The words of its edits.
    let edits: String
    /// Seconds from the edits to the checked plan.
    let seconds: Double
    /// Processor seconds of all its threads: what the machine's other work does not change.
    let processorSeconds: Double
    /// Gap of the plan that was cancelled.
    let baselineGap: Double
    /// Gap of the answer.
    let gap: Double
    /// Requests whose session is not that of the baseline.
    let changed: Int
    /// Objective of the baseline as it could be repaired, points.
    let repaired: Double
    /// Objective of the answer, points.
    let objective: Double

    /// As a line of JSON.
    var document: JSON {
        [
            "week": .string(week), "edits": .string(edits), "seconds": .number(seconds),
            "processorSeconds": .number(processorSeconds),
            "baselineGap": .number(baselineGap), "gap": .number(gap), "changed": .int(changed),
            "repaired": .number(repaired), "objective": .number(objective),
        ]
    }
}
