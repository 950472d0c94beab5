import CaravanCore
import CaravanProtocol
import CaravanStore

/// A stored plan with the revision of the week that it was made for.
struct PlanInContext: Sendable {
    let summary: PlanSummary
    let plan: Plan
    let revision: StoredWeek

    /// The week of the revision.
    var week: Week { revision.week }

    /// Reads the plan version that an option of a command names.
    /// - Throws: `StoreError` with code `notFound`.
    init(_ exchange: Exchange, option: ArgumentName = .version) async throws {
        try await self.init(try await exchange.plan(option), exchange.services)
    }

    /// Reads the version that `version` names; where it names none the one that is held, the published one, else the latest.
    /// - Throws: `StoreError` with code `notFound`.
    init(heldBy exchange: Exchange) async throws {
        let stored = try await exchange.services.store.plan(of: exchange.id(.week), exchange.heldVersion())
        try await self.init(stored, exchange.services)
    }

    /// Reads a plan version by its number.
    /// - Throws: `StoreError` with code `notFound`.
    init(version: Int, of week: String, _ services: Services) async throws {
        try await self.init(try await services.store.plan(of: week, .number(version)), services)
    }

    private init(_ stored: StoredPlan, _ services: Services) async throws {
        summary = stored.summary
        plan = try await services.plan(stored)
        revision = try await services.weeks.revision(of: summary.week, summary.revision).readable()
    }
}

extension Services {
    /// A stored plan as a value.
    func plan(_ stored: StoredPlan) async throws -> Plan {
        try await workers.run(.prompt) { try Plan(document: JSON(parsing: stored.text)) }
    }
}

extension Exchange {
    /// The version that the command names; where it names none the published one, else the latest.
    func heldVersion() async throws -> VersionChoice {
        guard invocation.version(.version) == nil else { return VersionChoice(invocation.version(.version)) }
        return try await services.store.publishedVersion(of: id(.week)) == nil ? .latest : .published
    }
}
