import CaravanCore

/// The plan of a job that only showed what it found, with all that it takes to store it.
public struct ProposedPlan: Sendable {
    /// The job that found it.
    public let job: Int
    /// The revision of the week that it was made from.
    public let basis: WeekHead
    /// That revision with the edits under which the plan was made; nil where there were none.
    public let edited: Week?
    /// The plan; it has passed the checker. Its baseline is a stored version.
    public let plan: Plan
    /// What its bound rested on.
    public let duals: [UInt8]?

    /// A proposed plan.
    public init(job: Int, basis: WeekHead, edited: Week?, plan: Plan, duals: [UInt8]?) {
        self.job = job
        self.basis = basis
        self.edited = edited
        self.plan = plan
        self.duals = duals
    }
}

/// What a proposed plan has become.
public struct AcceptedPlan: Sendable {
    /// The revision that it is a plan for.
    public let head: WeekHead
    /// Its version.
    public let version: Int
    /// The version that was published before, where this one was published instead of another.
    public let previous: Int?

    /// A stored plan.
    public init(
        head: WeekHead, version: Int, previous: Int? = nil
    ) {
        self.head = head
        self.version = version
        self.previous = previous
    }
}
