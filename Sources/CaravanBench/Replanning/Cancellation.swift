import CaravanCore

/// What happens to a plan during the week: edits that each take away something that the plan uses.
struct Cancellation: Sendable {
    /// The edits (domain, section 6).
    let edits: [JSON]

    private enum Kind: CaseIterable {
        case memberAway, venueClosed, requestWithdrawn, townshipClosed
    }

    /// The words of the edits, e.g. `away close`.
    var name: String { edits.compactMap { $0["op"]?.string }.joined(separator: " ") }

    /// Draws edits that hit sessions of a plan.
    /// - Parameter count: How many, as far as they differ; nil: one to three.
    init(
        of plan: Plan, in week: Week, edits count: Int? = nil, using generator: inout some RandomNumberGenerator
    ) {
        var edits: [JSON] = []
        for _ in 0..<(count ?? Int.random(in: 1...3, using: &generator)) {
            guard let session = plan.sessions.randomElement(using: &generator) else { break }
            let kind = Kind.allCases.randomElement(using: &generator) ?? .requestWithdrawn
            let edit = Self.edit(kind, hitting: session, of: plan, in: week, using: &generator)
            if !edits.contains(edit) { edits.append(edit) }
        }
        self.edits = edits
    }

    private static func edit(
        _ kind: Kind, hitting session: Session, of plan: Plan, in week: Week,
        using generator: inout some RandomNumberGenerator
    ) -> JSON {
        let date = String(session.start.prefix { $0 != "." })
        switch kind {
        case .memberAway:
            // A request without a crew has nobody who could fall ill.
            guard let member = session.crew.randomElement(using: &generator) else { break }
            let slots = slots(on: date, of: plan, in: week) { $0.crew.contains(member) }
            return ["op": "away", "member": .string(member), "slots": .strings(slots)]
        case .venueClosed:
            let slots = slots(on: date, of: plan, in: week) { $0.venue == session.venue }
            return ["op": "close", "venue": .string(session.venue), "slots": .strings(slots)]
        case .townshipClosed:
            let slots = slots(on: date, of: plan, in: week) { $0.township == session.township }
            return ["op": "closeTownship", "township": .string(session.township), "slots": .strings(slots)]
        case .requestWithdrawn: break
        }
        return ["op": "withdraw", "request": .string(session.request)]
    }

    /// The slot instances of a date that sessions of a kind take.
    private static func slots(
        on date: String, of plan: Plan, in week: Week, where isHit: (Session) -> Bool
    ) -> [String] {
        var slots: Set<Int> = []
        for session in plan.sessions where session.start.hasPrefix(date + ".") && isHit(session) {
            guard let start = week.calendar.instance(named: session.start), let request = week.request(session.request)
            else { continue }
            slots.formUnion(start..<min(week.calendar.count, start + week.requests[request].duration))
        }
        return slots.sorted().map(week.calendar.name(of:))
    }
}
