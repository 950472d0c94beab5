import CaravanCore
import GRDB

/// Edits that become part of a week together with the plan that was made under them, or not at all.
public struct PlannedEdits: Sendable {
    private let latest: WeekHead
    private let planned: RevisionDraft
    private let merged: RevisionDraft?

    /// Edits on their way into the file.
    /// - Parameters:
    ///   - planned: the week that the plan was made for.
    ///   - merged: the latest revision with the same edits; nil where that is the week that the plan was made for.
    ///   - latest: the latest revision as whoever edited it found it.
    public init(planned: Week, merged: Week?, latest: WeekHead) {
        self.latest = latest
        self.planned = RevisionDraft(planned, cause: "REPLAN")
        self.merged = merged.map { RevisionDraft($0, cause: "REPLAN") }
    }

    /// Stores the week that the plan was made for and, where the week has moved on since, the latest one with the edits
    /// behind it, so that what others changed meanwhile stays.
    /// - Returns: the revision that the plan was made for.
    /// - Throws: `StoreError`: `conflict` where the week changed once more.
    func insert(in db: Database) throws -> Int {
        try Store.require(latest, in: db)
        _ = try Store.requireRevision(of: latest.week, expecting: latest.revision, in: db)
        let revision = try planned.insert(in: db, after: latest.revision, isLatest: merged == nil).revision
        if let merged { _ = try merged.insert(in: db, after: revision) }
        return revision
    }
}
