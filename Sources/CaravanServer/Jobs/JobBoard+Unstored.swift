import CaravanCore
import CaravanStore
import Logging

// Plans that no version holds: those of running jobs, and those that are to be looked at first.
extension JobBoard {
    /// Keeps the running job's best plan on disk, so that a crash costs a second of work.
    nonisolated func saveIncumbents(of id: Int, _ job: Live) async {
        let gate = PlanGate(job.request)
        while (try? await Task.sleep(for: settings.saveInterval)) != nil {
            await saveIncumbent(of: id, job, gate)
        }
    }

    nonisolated func saveIncumbent(of id: Int, _ job: Live, _ gate: PlanGate) async {
        // What is stored of a running job becomes a version where the daemon dies; a proposal never does by itself.
        guard case .version = job.request.purpose, var plan = job.feed.takeIncumbent() else { return }
        plan.baseline = job.request.parameters.baseline?.version
        let checked = plan
        guard let objections = try? await workers.run(.prompt, { gate.objections(to: checked) }) else { return }
        guard objections.isEmpty else {
            return logger.error(
                "an incumbent failed the check",
                metadata: ["job": "\(id)", "objections": "\(objections.prefix(20).map(\.english))"])
        }
        do { try await store.saveIncumbent(plan, of: id) } catch {
            job.feed.giveBack(plan)
            logger.warning("an incumbent could not be saved", metadata: ["job": "\(id)", "error": "\(error)"])
        }
    }

    /// Puts a plan that is to be looked at first on the shelf; the store hears no more of it than of a study.
    func shelve(_ outcome: JobOutcome, of job: Live) -> JobOutcome {
        guard case .proposal(let isEdited) = job.request.purpose,
            case .done(let plan, let termination, let duals) = outcome
        else { return outcome }
        let week = job.request.week
        let proposal = ProposedPlan(
            job: job.record.id, basis: week.head, edited: isEdited ? week.week : nil, plan: plan, duals: duals)
        proposals.keep(ProposalShelf.Entry(proposal: proposal, termination: termination, week: week))
        return .studied(termination: termination, objective: plan.objective, bound: plan.bound)
    }
}
