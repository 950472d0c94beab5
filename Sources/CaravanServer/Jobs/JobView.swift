import CaravanCore
import CaravanLanguage
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

    /// The record; what is not known is left out.
    var record: JSON {
        var fields = JSONObject([
            ("job", .int(job.id)), ("week", .string(job.week)), ("revision", .int(job.revision)),
            ("kind", .string(job.kind)), ("state", .string(job.state.rawValue)),
        ])
        fields["position"] = position.map(JSON.int)
        fields["submitted"] = .time(job.submittedAt)
        fields["started"] = job.startedAt.map(JSON.time)
        fields["ended"] = job.endedAt.map(JSON.time)
        fields["parameters"] = try? JSON(parsing: job.parameters)
        fields["seconds"] = .number(seconds)
        fields["phase"] = progress.map { .string($0.phase) }
        fields["waiting"] = obstacle.map { .string($0.english) }
        fields["waitingZh"] = obstacle.map { .string($0.chinese) }
        addFigures(to: &fields)
        fields["version"] = job.version.map(JSON.int)
        fields["status"] = job.status.map { .string($0.rawValue) }
        fields["termination"] = job.termination.map { .string($0) }
        fields["error"] = job.errorCode.map { .string($0) }
        fields["message"] = job.errorText.map { .string($0.english) }
        fields["messageZh"] = job.errorText.map { .string($0.chinese) }
        return .object(fields)
    }

    /// Seconds that the job has run, or ran.
    private var seconds: Double {
        let ran = job.startedAt.flatMap { start in job.endedAt.map { $0.timeIntervalSince(start) } }
        let seconds = progress?.seconds ?? ran ?? 0
        return (max(0, seconds) * 1000).rounded() / 1000
    }

    private func addFigures(to fields: inout JSONObject) {
        let objective = progress?.objective ?? job.objective
        let bound = progress?.bound ?? job.bound
        fields["objective"] = objective.map { .figure($0) }
        fields["bound"] = bound.map { .figure($0) }
        if let objective, let bound { fields["gap"] = .figure(Plan.gap(objective: objective, bound: bound)) }
    }
}
