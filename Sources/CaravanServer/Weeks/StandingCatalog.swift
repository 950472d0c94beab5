import CaravanCore
import CaravanProtocol
import CaravanStore
import Synchronization

/// How stored plans stand against their weeks as they are now. Neither a version nor a revision ever changes, so each pair
/// is checked once; plans of the latest revision have passed the check already.
final class StandingCatalog: Sendable {
    private struct Key: Hashable {
        let week: WeekHead
        let version: Int
    }

    /// Pairs kept.
    private static let capacity = 10_000
    private let store: any WeekStore
    private let weeks: WeekCatalog
    private let workers: Workers
    private let known = Mutex<[Key: PlanStanding]>([:])

    init(store: any WeekStore, weeks: WeekCatalog, workers: Workers) {
        self.store = store
        self.weeks = weeks
        self.workers = workers
    }

    /// How a plan stands against the latest revision of its week, and when that was made.
    /// - Throws: `StoreError` with code `notFound`.
    func standing(of plan: PlanSummary) async throws -> (standing: PlanStanding, week: WeekHead) {
        let head = try await store.head(of: plan.week)
        return (try await standing(of: plan, against: head), head)
    }

    /// How several plans of a week stand against its latest revision, in their order.
    func standings(of plans: [PlanSummary]) async throws -> [PlanStanding] {
        guard let first = plans.first else { return [] }
        let head = try await store.head(of: first.week)
        var standings: [PlanStanding] = []
        for plan in plans { standings.append(try await standing(of: plan, against: head)) }
        return standings
    }

    private func standing(of plan: PlanSummary, against head: WeekHead) async throws -> PlanStanding {
        if plan.revision == head.revision { return .sound }
        let key = Key(week: head, version: plan.version)
        if let standing = known.withLock({ $0[key] }) { return standing }
        let standing: PlanStanding
        do {
            let week = try await weeks.revision(of: plan.week, head.revision).readable().week
            let text = try await store.plan(of: plan.week, .number(plan.version)).text
            standing = try await workers.run(.prompt) {
                PlanStanding(Checker(week: week).check(try Plan(document: JSON(parsing: text))))
            }
        } catch let error as StoreError where error.code == .damaged {
            // What cannot be read cannot be checked; that it is damaged is told where it is asked for.
            return .sound
        }
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[key] = standing
        }
        return standing
    }
}

extension ReplyFields {
    /// Says that a plan no longer stands: `stale` the sessions that do not, `violations` the breaches; nothing where it does.
    mutating func set(_ standing: PlanStanding) {
        guard standing.isStale else { return }
        set("stale", standing.fallen.count)
        set("violations", standing.violations)
    }
}
