/// What is different between two plans, request by request.
public struct PlanDifference: Sendable {
    /// How a session differs.
    public enum Kind: String, Sendable, CaseIterable {
        /// The request has a session only in the later plan.
        case held
        /// It has one only in the earlier plan.
        case dropped
        /// It starts at another time.
        case moved
        /// It is in another township.
        case township
        /// It has another venue.
        case venue
        /// Its crew is another.
        case crew
        /// Its sites are others, or have other venues or crews.
        case sites
    }

    /// One difference. A session that differs in several ways has as many of these.
    public struct Change: Sendable, Equatable {
        /// Identifier of the request.
        public let request: String
        /// How it differs.
        public let kind: Kind
        /// What it was: a session (`dropped`), a slot instance, an identifier, a list of members; `null` if it was not held.
        public let from: JSON
        /// What it is now, likewise.
        public let to: JSON

        /// The record of `DIFF`: `{"request","change","from","to"}`.
        public var record: JSON {
            ["request": .string(request), "change": .string(kind.rawValue), "from": from, "to": to]
        }
    }

    /// The differences by request id, then in the order of `Kind`.
    public let changes: [Change]

    /// Compares two plans of a week. Where a plan holds a request twice its last session counts.
    public init(from earlier: Plan, to later: Plan) {
        let was = Dictionary(earlier.sessions.map { ($0.request, $0) }) { $1 }
        let now = Dictionary(later.sessions.map { ($0.request, $0) }) { $1 }
        changes = Set(was.keys).union(now.keys).sorted().flatMap { request -> [Change] in
            switch (was[request], now[request]) {
            case (let before?, let after?): Self.changes(from: before, to: after)
            case (nil, let after?): [Change(request: request, kind: .held, from: .null, to: after.document)]
            case (let before?, nil): [Change(request: request, kind: .dropped, from: before.document, to: .null)]
            case (nil, nil): []
            }
        }
    }

    private static func changes(from a: Session, to b: Session) -> [Change] {
        var changes: [Change] = []
        func note(_ kind: Kind, _ from: JSON, _ to: JSON) {
            changes.append(Change(request: a.request, kind: kind, from: from, to: to))
        }
        if a.start != b.start { note(.moved, .string(a.start), .string(b.start)) }
        if a.township != b.township { note(.township, .string(a.township), .string(b.township)) }
        if a.venue != b.venue { note(.venue, .string(a.venue), .string(b.venue)) }
        if Set(a.crew) != Set(b.crew) { note(.crew, .strings(a.crew), .strings(b.crew)) }
        if !a.hasSameSites(as: b) {
            note(.sites, .array(a.sites.map(\.document)), .array(b.sites.map(\.document)))
        }
        return changes
    }
}

extension Session {
    /// Whether both have sites in the same townships, with the same venues and crews.
    fileprivate func hasSameSites(as other: Session) -> Bool {
        func sorted(_ sites: [Site]) -> [Site] {
            sites.map { Site(township: $0.township, venue: $0.venue, crew: Set($0.crew).sorted()) }
                .sorted { ($0.township, $0.venue) < ($1.township, $1.venue) }
        }
        return sorted(sites) == sorted(other.sites)
    }
}
