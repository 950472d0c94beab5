import CaravanCore
import CaravanProtocol
import CaravanStore

/// A stored plan with the revision of the week that it was made for.
struct PlanInContext: Sendable {
    let summary: PlanSummary
    let plan: Plan
    let week: Week

    /// Reads the plan version that an option of a command names.
    /// - Throws: `StoreError` with code `notFound`.
    init(_ exchange: Exchange, option: String = "version") async throws {
        let stored = try await exchange.plan(option)
        summary = stored.summary
        plan = try Plan(document: JSON(parsing: stored.text))
        week = try await exchange.services.weeks.week(summary.week, revision: summary.revision).week
    }
}
