import CaravanCore
import CaravanLanguage
import CaravanProtocol

/// The records of `EXPLAIN`.
struct Explanations {
    private let week: Week
    private let sessions: [String: Session]
    private let found: [String: ExplanationRecord]
    private let wanted: String?

    /// - Parameters:
    ///   - baseline: The plan against which changes cost points.
    ///   - wanted: Identifier of the one request that is asked for; nil: all that have no session.
    /// - Throws: What the engine does, where the week is too large.
    init(_ plan: Plan, in week: Week, against baseline: Plan?, of wanted: String?, by engine: any Engine) throws {
        (self.week, self.wanted) = (week, wanted)
        sessions = Dictionary(plan.sessions.map { ($0.request, $0) }) { $1 }
        let found = try engine.explain(wanted, in: plan, of: week, against: baseline)
        self.found = Dictionary(found.map { ($0.request, $0) }) { first, _ in first }
    }

    /// The record of the one request, or those of all that have no session, in the order of the week.
    var records: [ExplanationRecord] {
        week.requests.filter { wanted == nil ? sessions[$0.id] == nil : $0.id == wanted }.map(record)
    }

    /// Why each of these requests has no session, or the one that it has, by its identifier.
    var reasons: [String: Bilingual] {
        Dictionary(records.compactMap { record in record.reason.map { (record.request, $0) } }) { first, _ in first }
    }

    private func record(_ request: Request) -> ExplanationRecord {
        let session = sessions[request.id]
        var record = found[request.id] ?? ExplanationRecord()
        (record.request, record.value, record.session) = (request.id, request.value, session)
        record.title = request.title.isEmpty ? nil : request.title
        record.held = session != nil
        record.code = session != nil ? "held" : record.code.isEmpty ? "other" : record.code
        record.reason = record.reason ?? Self.reason(of: session)
        return record
    }

    /// What is said where nothing was found out.
    private static func reason(of session: Session?) -> Bilingual {
        session.map { WhyText.heldAt($0.start, $0.township, $0.venue) } ?? WhyText.noSingleReason.bilingual
    }
}
