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
    init(_ exchange: Exchange, option: String = "version") async throws {
        try await self.init(try await exchange.plan(option), exchange.services)
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
