import CaravanCore
import CaravanProtocol

/// The records of `DIFF` and `REPLAN`: one a request whose session differs, with what the change costs by the week's weights.
struct DifferenceRecords {
    /// How a request's session differs.
    enum Kind: String {
        case added
        case dropped
        case changed
    }

    /// One request.
    struct Difference {
        let request: String
        let kind: Kind
        let was: Session?
        let now: Session?
        let record: DifferenceRecord
    }

    /// By request id.
    let differences: [Difference]

    /// Compares two plans; `week` gives titles and weights; what it no longer has is named by `before`.
    init(from earlier: Plan, to later: Plan, in week: Week, before: Week) {
        let text = DifferenceText(week, before: before)
        let was = Dictionary(earlier.sessions.map { ($0.request, $0) }) { $1 }
        let now = Dictionary(later.sessions.map { ($0.request, $0) }) { $1 }
        let changes = Dictionary(grouping: PlanDifference(from: earlier, to: later).changes, by: \.request)
        differences = changes.keys.sorted().map { request in
            Self.difference(
                request, was[request], now[request], changes: (changes[request] ?? []).map(\.kind), in: week, text)
        }
    }

    private init(_ differences: [Difference]) { self.differences = differences }

    /// Those that meet a condition.
    func filtered(_ condition: (Difference) -> Bool) -> DifferenceRecords {
        DifferenceRecords(differences.filter(condition))
    }

    /// How many requests differ in a way.
    func count(_ kind: Kind) -> Int { differences.count { $0.kind == kind } }

    private static func difference(
        _ request: String, _ was: Session?, _ now: Session?, changes: [PlanDifference.Kind], in week: Week,
        _ text: DifferenceText
    ) -> Difference {
        let kind: Kind = was == nil ? .added : now == nil ? .dropped : .changed
        var record = DifferenceRecord()
        (record.request, record.kind) = (request, kind.rawValue)
        record.title = week.request(request).map { week.requests[$0].title }.flatMap { $0.isEmpty ? nil : $0 }
        if kind == .changed { record.changes = changes.map { $0 == .moved ? "start" : $0.rawValue } }
        (record.from, record.to) = (was, now)
        record.cost = was.map { DisruptionWeights(week.weights).points(from: $0, to: now) } ?? 0
        record.text = text.line(request, from: was, to: now)
        return Difference(request: request, kind: kind, was: was, now: now, record: record)
    }
}
