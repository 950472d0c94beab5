import CaravanCore

/// How one cancellation was answered.
public struct ReplanRecord: Sendable, Equatable {
    /// Name of the week.
    public let week: String
    /// The words of its edits.
    public let edits: String
    /// Seconds from the edits to the checked plan.
    public let seconds: Double
    /// Processor seconds of all its threads: what the machine's other work does not change.
    public let processorSeconds: Double
    /// Gap of the plan that was cancelled.
    public let baselineGap: Double
    /// Gap of the answer.
    public let gap: Double
    /// Requests whose session is not that of the baseline.
    public let changed: Int
    /// Objective of the baseline as it could be repaired, points.
    public let repaired: Double
    /// Objective of the answer, points.
    public let objective: Double

    /// A record.
    public init(
        week: String, edits: String, seconds: Double, processorSeconds: Double, baselineGap: Double, gap: Double,
        changed: Int, repaired: Double, objective: Double
    ) {
        self.week = week
        self.edits = edits
        self.seconds = seconds
        self.processorSeconds = processorSeconds
        self.baselineGap = baselineGap
        self.gap = gap
        self.changed = changed
        self.repaired = repaired
        self.objective = objective
    }

    /// As a line of JSON.
    public var document: JSON {
        [
            "week": .string(week), "edits": .string(edits), "seconds": .number(seconds),
            "processorSeconds": .number(processorSeconds),
            "baselineGap": .number(baselineGap), "gap": .number(gap), "changed": .int(changed),
            "repaired": .number(repaired), "objective": .number(objective),
        ]
    }
}
