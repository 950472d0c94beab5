import CaravanCore

/// Looks whether there is room for the model that explains or suggests something.
public enum ModelRoom {
    /// - Parameters:
    ///   - requests: Identifiers of the requests that get all their placements; nil: all.
    ///   - baseline: The plan against which changes cost points.
    /// - Throws: `SolveError.tooLarge`.
    public static func require(
        for week: Week, requests: [String]? = nil, baseline: Plan? = nil,
        memory: Int = SolveParameters.standardMemory
    ) throws(SolveError) {
        let decisions = try Decisions(week: week, baseline: baseline, freeze: nil)
        let numbers = requests?.compactMap(week.request) ?? Array(week.requests.indices)
        try decisions.requireRoom(memory, for: numbers, in: week)
    }
}
