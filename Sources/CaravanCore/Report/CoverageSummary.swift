/// A plan's coverage in a few numbers, to compare scenarios by.
public struct CoverageSummary: Sendable, Equatable {
    /// Requests that are held.
    public let held: Int
    /// Requests of the week.
    public let requests: Int
    /// People expected at the sessions and their sites, of stays on each date.
    public let attendance: Double
    /// Townships of the week.
    public let townships: Int
    /// Identifiers of the townships without any session or site.
    public let leftOut: [String]
    /// Points of all target shortfalls.
    public let shortfallPoints: Double

    /// The summary of a plan; sessions that name what the week has not are left out.
    public init(week: Week, plan: Plan) {
        var log = ViolationLog()
        let sessions = HeldSessions(plan.sessions, in: week, &log)
        held = sessions.sessions.count
        requests = week.requests.count
        attendance = sessions.places.reduce(0) { $0 + $1.demand.attendance * Double($1.time.lasts) }
        townships = week.townships.count
        let reached = Set(sessions.places.map(\.township))
        leftOut = week.townships.indices.filter { !reached.contains($0) }.map { week.townships[$0].id }
        shortfallPoints = week.targets.reduce(0) { $0 + CoverageTally($1, sessions).shortfallPoints }
    }

    /// The summary as a record.
    public var record: JSON {
        [
            "held": .int(held), "requests": .int(requests), "attendance": .number(attendance),
            "townships": .int(townships), "reached": .int(townships - leftOut.count), "leftOut": .strings(leftOut),
            "shortfallPoints": .figure(shortfallPoints),
        ]
    }
}
