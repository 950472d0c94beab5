/// What earlier weeks held, as one label says it: a year, mostly.
public struct Remembrance: Sendable, Equatable {
    /// What the earlier week is called; no two have the same.
    public let label: String
    /// How much it counts today, at least 0.
    public let weight: Double
    /// What was held, by township and what else is known of it.
    public let held: [HeldBefore]
}

/// Sessions of an earlier week that are alike, in one township.
public struct HeldBefore: Sendable, Equatable {
    /// Number of the township.
    public let township: Int
    /// Number of the audience; nil: not known.
    public let audience: Int?
    /// The topic; the week need not have a request of it. Nil: not known.
    public let topic: Name?
    /// The format, likewise.
    public let format: Name?
    /// Number of the fund that paid; nil: not known.
    public let fund: Int?
    /// Number of the department that asked; nil: not known. It is not its fund's.
    public let department: Int?
    /// Sessions, also parts of one.
    public let sessions: Double
    /// People at them.
    public let attendance: Double

    /// What it amounts to in a measure.
    public func amount(_ measure: Measure) -> Double { measure == .sessions ? sessions : attendance }
}
