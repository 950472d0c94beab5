/// Which version of a week's plans is meant.
public enum VersionSelector: Sendable, Equatable {
    /// The one with the highest number.
    case latest
    /// The published one.
    case published
    /// That one, 1 or more.
    case number(Int)
}

/// The value of an argument, checked against its kind.
public enum ArgumentValue: Sendable, Equatable {
    /// An identifier, a slot, one of several words, any text.
    case text(String)
    /// Seconds, or a gap as a ratio.
    case number(Double)
    /// A count, a seed, the number of a job.
    case integer(Int)
    /// `yes` or `no`.
    case flag(Bool)
    /// The values of an argument that may be given several times, at least one.
    case list([String])
    /// A plan version.
    case version(VersionSelector)
}
