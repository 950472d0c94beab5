import CaravanCore
import CaravanProtocol
import CaravanStore

/// The records of `COMMITMENTS`: a session of the plan, or a marked request without one, by request id.
struct CommitmentRecords {
    let records: [CommitmentRecord]

    /// - Parameter isPublished: whether the plan is the published one, which says what sessions without a mark are.
    init(_ plan: Plan, _ marks: [CommitmentMark], isPublished: Bool, in week: Week) {
        let sessions = Dictionary(plan.sessions.map { ($0.request, $0) }) { $1 }
        let marks = Dictionary(marks.map { ($0.request, $0) }) { $1 }
        records = Set(sessions.keys).union(marks.keys).sorted().map { request in
            let (mark, session) = (marks[request], sessions[request])
            var record = CommitmentRecord()
            record.request = request
            record.title = week.request(request).map { week.requests[$0].title }.flatMap { $0.isEmpty ? nil : $0 }
            record.state = (mark?.state ?? (isPublished ? .published : .draft)).rawValue
            (record.marked, record.version) = (mark?.markedAt, mark?.version)
            (record.start, record.township, record.venue) = (session?.start, session?.township, session?.venue)
            record.crew = session?.crew
            return record
        }
    }
}
