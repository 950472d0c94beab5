import CaravanCore

/// Edits that become part of a week together with the plan that was made under them, or not at all. The week that was
/// planned is stored as a revision, and where the week has moved on since, the latest one with the same edits behind it, so
/// that what others changed meanwhile stays.
public struct PlannedEdits: Sendable {
    /// The week that the plan was made for.
    public let planned: Week
    /// The latest revision with the same edits; nil where that is the week that the plan was made for.
    public let merged: Week?
    /// The latest revision as whoever edited it found it; another change since is a conflict.
    public let latest: WeekHead

    /// Edits on their way into the store.
    public init(planned: Week, merged: Week?, latest: WeekHead) {
        self.planned = planned
        self.merged = merged
        self.latest = latest
    }
}
