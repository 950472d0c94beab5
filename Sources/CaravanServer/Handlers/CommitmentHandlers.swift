import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanStore

/// Verbs about how firmly sessions have been promised.
enum CommitmentHandlers {
    @Sendable static func commit(_ exchange: Exchange) async throws -> Reply {
        try await exchange.services.changes.run(exchange.id(.week)) { try await mark(exchange) }
    }

    private static func mark(_ exchange: Exchange) async throws -> Reply {
        let stored = try await exchange.services.weeks.week(exchange.id(.week))
        try stored.head.require(exchange.expected)
        let promised = try await promisedPlan(exchange)
        let requests = exchange.invocation.list(.request)
        let state = CommitmentState(rawValue: exchange.id(.state))
        let held = Set(promised.plan.sessions.map(\.request))
        for request in requests {
            guard stored.week.request(request) != nil else {
                throw ProtocolError(
                    .notFound, RefusedCommand.notMarked(stored.week.id, request))
            }
            guard state == nil || held.contains(request) else {
                throw ProtocolError(
                    .conflict,
                    RefusedCommand.noSession(request, promised.version))
            }
        }
        try await exchange.services.store.commit(
            requests, as: state, version: promised.version, for: stored.head)
        return .ok([
            "week": stored.week.id, "state": exchange.id(.state), "requests": String(Set(requests).count),
            "version": String(promised.version),
        ])
    }

    @Sendable static func list(_ exchange: Exchange) async throws -> Reply {
        let stored = try await exchange.services.weeks.week(exchange.id(.week))
        let promised = try await promisedPlan(exchange)
        let marks = try await exchange.services.store.commitments(of: stored.week.id)
        let list = try await exchange.work(.prompt) {
            CommitmentRecords(promised.plan, marks, isPublished: promised.isPublished, in: stored.week).records
                .map(\.json)
        }
        return .ok(
            [
                "week": stored.week.id, "version": String(promised.version),
                "sessions": String(promised.plan.sessions.count), "marked": String(marks.count),
            ], records: list)
    }

    /// The plan whose sessions are meant: the one named, else the published one, else the latest.
    private static func promisedPlan(
        _ exchange: Exchange
    ) async throws -> (version: Int, plan: Plan, isPublished: Bool) {
        let stored = try await exchange.services.store.plan(of: exchange.id(.week), exchange.heldVersion())
        let plan = try await exchange.services.plan(stored)
        return (stored.summary.version, plan, stored.summary.isPublished)
    }
}

extension Exchange {
    /// How firmly the sessions of a baseline have been promised; what a week has no request of is promised no more.
    func commitments(for baseline: Plan, in week: Week) async throws -> Commitments {
        let marks = try await services.store.commitments(of: id(.week)).filter { week.request($0.request) != nil }
        let states = Dictionary(marks.map { ($0.request, $0.state) }) { $1 }
        return Commitments(states).restricted(to: baseline)
    }
}
