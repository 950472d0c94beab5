import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanStore

/// A week on its way into the store, beside the one of the same id that it replaces, if there is one.
struct WeekReplacement: Sendable {
    /// What becomes of what the stored week has and the sent one lacks.
    enum Fate: String {
        case dropped
        case kept
    }

    /// The week to store.
    let week: Week
    /// The revision that it replaces; nil: there is none, or it is not looked at.
    let revision: Int?
    /// What the sent week lacks.
    let losses: WeekLosses
    /// Bytes that the week takes.
    let footprint: Int
    let fate: Fate

    /// Compares a sent week with the stored one, and keeps what it lacks where the command says so.
    /// - Throws: `StoreError` `conflict` where the stored week is at another revision than the sent one was made from;
    ///   `ReplyError` where something would be lost that nobody said may go; `WeekFaults` where what is to be kept does
    ///   not fit.
    init(of sent: SentWeek, _ exchange: Exchange) async throws {
        let (services, invocation) = (exchange.services, exchange.invocation)
        let stored = invocation.flag(.replace) ? try await Self.stored(sent.week.id, services) : nil
        guard let stored else {
            (week, revision, fate) = (sent.week, exchange.expected, .dropped)
            (losses, footprint) = (WeekLosses(from: .object(JSONObject()), to: .object(JSONObject())), sent.footprint)
            return
        }
        try stored.head.require(exchange.expected ?? sent.revision)
        revision = stored.head.revision
        let policy = invocation.text(.missing) ?? (sent.ignored == nil ? "drop" : "refuse")
        let (losses, kept, footprint) = try await services.workers.run(.prompt) {
            let losses = WeekLosses(from: stored.document, to: sent.week.document)
            guard policy == "keep", losses.count > 0 else { return (losses, sent.week, sent.footprint) }
            let kept = try Week(document: losses.restored(to: sent.week.document))
            return (losses, kept, kept.footprint)
        }
        if policy == "refuse", losses.count > 0 { throw ReplyError(Self.refusal(losses, stored.head)) }
        (self.losses, week, self.footprint) = (losses, kept, footprint)
        fate = policy == "keep" ? .kept : .dropped
    }

    private static func stored(_ id: String, _ services: Services) async throws -> StoredRevision? {
        do {
            return try await services.weeks.revision(of: id)
        } catch let error as StoreError where error.code == .notFound {
            return nil
        }
    }

    private static func refusal(_ losses: WeekLosses, _ head: WeekHead) -> Reply {
        let fields: ReplyFields = ["missing": String(losses.count), "revision": String(head.revision)]
        let error = ProtocolError(.conflict, RefusedDocument.missing(losses.count, losses.listed), fields: fields)
        return .failure(error, records: losses.records("refused"))
    }
}
