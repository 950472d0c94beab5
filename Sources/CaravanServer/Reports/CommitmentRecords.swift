import CaravanCore
import CaravanStore

/// The records of `COMMITMENTS`: a session of the plan, or a marked request without one, by request id.
struct CommitmentRecords {
    let records: [JSON]

    /// - Parameter isPublished: whether the plan is the published one, which says what sessions without a mark are.
    init(_ plan: Plan, _ marks: [CommitmentMark], isPublished: Bool, in week: Week) {
        let sessions = Dictionary(plan.sessions.map { ($0.request, $0) }) { $1 }
        let marks = Dictionary(marks.map { ($0.request, $0) }) { $1 }
        records = Set(sessions.keys).union(marks.keys).sorted().map { request in
            let mark = marks[request]
            let state = mark?.state ?? (isPublished ? .published : .draft)
            var fields = JSONObject([("request", .string(request))])
            if let title = week.request(request).map({ week.requests[$0].title }), !title.isEmpty {
                fields["title"] = .string(title)
            }
            fields["state"] = .string(state.rawValue)
            fields["marked"] = mark.map { .time($0.markedAt) }
            fields["version"] = mark.map { .int($0.version) }
            if let session = sessions[request] {
                fields["start"] = .string(session.start)
                fields["township"] = .string(session.township)
                fields["venue"] = .string(session.venue)
                fields["crew"] = .strings(session.crew)
            }
            return .object(fields)
        }
    }
}
