import CaravanCore
import CaravanLanguage
import CaravanStore

/// Brings the edits of a replanning into the week together with the plan that was made under them.
///
/// Others may change the week while the job runs. The plan is then still one for the week that it was made for, so that
/// is stored as a revision of its own, and behind it the latest revision with the same edits: neither the plan with what
/// is proven of it nor anybody's change is lost.
struct EditMerger: Sendable {
    let weeks: WeekCatalog
    let changes: ChangeQueue
    let workers: Workers

    /// Stores a job's end with its edits, while nobody else changes the week.
    /// - Parameters:
    ///   - outcome: the end, with a plan.
    ///   - change: the edits.
    ///   - planned: the edited week under the head of the revision that it was made from.
    ///   - store: stores an outcome.
    func settle(
        _ outcome: JobOutcome, _ change: WeekChange, _ planned: StoredWeek,
        _ store: (JobOutcome) async throws(StoreError) -> JobRecord
    ) async throws(StoreError) -> JobRecord {
        do {
            return try await changes.run(planned.week.id) {
                try await store(await self.outcome(outcome, change, planned))
            }
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.failed, Verbatim("\(error)"))
        }
    }

    /// The outcome with its edits; one without a plan where they do not fit what the week has become.
    private func outcome(_ outcome: JobOutcome, _ change: WeekChange, _ planned: StoredWeek) async throws -> JobOutcome
    {
        guard case .done(let plan, let termination, let duals, _) = outcome else { return outcome }
        let latest = try await weeks.revision(of: planned.week.id)
        var merged: Week?
        do {
            try latest.head.require(change.expected)
            if latest.head != planned.head { merged = try await change.edited(latest, workers) }
        } catch let error as StoreError {
            return .failed(code: "conflict", text: error.text)
        } catch let error as EditError {
            return .failed(code: "conflict", text: RefusedJob.editsOutdated(planned.week.id, error.fault))
        } catch let error as WeekFaults {
            let first = error.faults.first?.line ?? .empty
            return .failed(code: "conflict", text: RefusedJob.editsOutdated(planned.week.id, first))
        }
        let edits = PlannedEdits(planned: planned.week, merged: merged, latest: latest.head)
        return .done(plan, termination: termination, duals: duals, edits: edits)
    }
}
