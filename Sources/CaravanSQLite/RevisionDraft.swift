import CaravanCore
import CaravanStore
import Foundation
import GRDB

/// A week on its way into the file; the text is written before the transaction begins, on a thread that may take its time.
struct RevisionDraft: Sendable {
    let week: String
    let cause: String
    let title: String
    let start: String
    let days: Int
    let requests: Int
    let text: String
    /// The requests' ids as a JSON list.
    let requestIds: String

    private init(_ week: Week, cause: String) {
        self.week = week.id
        self.cause = cause
        title = week.title
        start = week.calendar.dates.first ?? ""
        days = week.calendar.dates.count
        requests = week.requests.count
        text = week.document.text
        requestIds = JSON.strings(week.requests.map(\.id)).text
    }

    private static let queue = DispatchQueue(label: "caravan.store.drafts", attributes: .concurrent)

    static func written(_ week: Week, cause: String) async -> RevisionDraft {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: RevisionDraft(week, cause: cause)) }
        }
    }

    /// Stores the draft as the revision behind `latest`.
    /// - Parameter isLatest: whether it is to be the week as it is; else another one follows in the same transaction, and
    ///   what has been promised is not touched.
    func insert(in db: Database, after latest: Int, isLatest: Bool = true) throws -> WeekHead {
        let revision = latest + 1
        let createdAt = secondsNow()
        try db.execute(
            sql: """
                INSERT INTO weekRevision (week, revision, createdAt, cause, title, start, days, requests, document)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [week, revision, createdAt, cause, title, start, days, requests, text])
        try Sealed.weekRevision.seal(where: "week = ? AND revision = ?", [week, revision], in: db)
        try db.execute(sql: "UPDATE week SET lastRevision = ? WHERE id = ?", arguments: [revision, week])
        if isLatest { try SQLiteStore.dropCommitments(of: week, without: requestIds, in: db) }
        return WeekHead(week: week, revision: revision, createdAt: Date(timeIntervalSince1970: createdAt))
    }
}

/// Edits on their way into the file.
struct DraftedEdits: Sendable {
    private let latest: WeekHead
    private let planned: RevisionDraft
    private let merged: RevisionDraft?

    init(_ edits: PlannedEdits) async {
        latest = edits.latest
        planned = await .written(edits.planned, cause: "REPLAN")
        if let week = edits.merged { merged = await .written(week, cause: "REPLAN") } else { merged = nil }
    }

    /// - Returns: the revision that the plan was made for.
    /// - Throws: `StoreError`: `conflict` where the week changed once more.
    func insert(in db: Database) throws -> Int {
        try SQLiteStore.require(latest, in: db)
        _ = try SQLiteStore.requireRevision(of: latest.week, expecting: latest.revision, in: db)
        let revision = try planned.insert(in: db, after: latest.revision, isLatest: merged == nil).revision
        if let merged { _ = try merged.insert(in: db, after: revision) }
        return revision
    }
}
