import CaravanProtocol
import CaravanSolver

/// What `REPLAN` is told.
struct ReplanOptions: Sendable {
    let week: String
    /// The plan against which changes cost points.
    let baseline: VersionSelector?
    /// Sessions that start before it stay.
    let freeze: String?
    let waits: Bool
    let hasFrontier: Bool
    let isPreview: Bool
    let keepsEdits: Bool
    /// The revision that the week has to be at; nil: whichever it is.
    let expected: Int?
    let told: ToldOptions
    /// Limit, gap, seed and steps. Without a time limit steps are counted, so that the same command gives the same plan.
    let parameters: SolveParameters

    init(_ exchange: Exchange) {
        let invocation = exchange.invocation
        week = exchange.id(.week)
        (baseline, freeze) = (invocation.version(.baseline), invocation.text(.freeze))
        (waits, hasFrontier) = (invocation.flag(.wait), invocation.flag(.frontier))
        (isPreview, keepsEdits) = (invocation.flag(.preview), invocation.flag(.keep))
        (expected, told) = (exchange.expected, ToldOptions(invocation))
        var parameters = SolveParameters(invocation)
        parameters.isCounted = invocation.number(.limit) == nil
        self.parameters = parameters
    }
}

extension SolveParameters {
    /// What a command tells the solver; the defaults where it says nothing.
    init(_ invocation: Invocation) {
        self.init()
        if let limit = invocation.number(.limit) { self.limit = limit }
        if let gap = invocation.number(.gap) { self.gap = gap }
        if let seed = invocation.integer(.seed) { self.seed = UInt64(max(0, seed)) }
        work = invocation.integer(.work)
    }
}
