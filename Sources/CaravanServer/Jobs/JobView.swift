import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver
import CaravanStore

/// A job as lists show it: what is stored, and, while it has not ended, what it tells.
struct JobView: Sendable {
    let job: JobRecord
    private let position: Int?
    private let progress: SolveProgress?
    private let obstacle: Bilingual?

    /// A job, with what the board knows beyond its record.
    init(
        _ job: JobRecord, position: Int? = nil, progress: SolveProgress? = nil, obstacle: Bilingual? = nil
    ) {
        self.job = job
        self.obstacle = obstacle
        self.position = position
        self.progress = progress
    }

    /// The record.
    var listing: JobListing {
        var listing = JobListing()
        (listing.job, listing.week, listing.revision) = (job.id, job.week, job.revision)
        (listing.kind, listing.state, listing.position) = (job.kind, job.state.rawValue, position)
        (listing.submitted, listing.started, listing.ended) = (job.submittedAt, job.startedAt, job.endedAt)
        listing.parameters = (try? JSON(parsing: job.parameters))?.object
        (listing.seconds, listing.phase, listing.waiting) = (seconds, progress?.phase, obstacle)
        listing.objective = progress?.objective ?? job.objective
        listing.bound = progress?.bound ?? job.bound
        if let objective = listing.objective, let bound = listing.bound {
            listing.gap = Plan.gap(objective: objective, bound: bound)
        }
        (listing.version, listing.status) = (job.version, job.status?.rawValue)
        (listing.termination, listing.error, listing.message) = (job.termination, job.errorCode, job.errorText)
        return listing
    }

    /// Seconds that the job has run, or ran.
    private var seconds: Double {
        let ran = job.startedAt.flatMap { start in job.endedAt.map { $0.timeIntervalSince(start) } }
        let seconds = progress?.seconds ?? ran ?? 0
        return (max(0, seconds) * 1000).rounded() / 1000
    }
}
