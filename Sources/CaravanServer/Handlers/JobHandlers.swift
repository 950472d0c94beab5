import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver
import CaravanStore
import Foundation

/// Verbs that make plans and tell about the work going on.
enum JobHandlers {
    @Sendable static func solve(_ exchange: Exchange) async throws -> Reply {
        let week = try await exchange.services.weeks.week(exchange.id(.week))
        var request = JobRequest(week: week, kind: "solve", parameters: SolveParameters(exchange.invocation))
        request.expected = exchange.expected
        let job = try await exchange.services.board.submit(request)
        guard exchange.invocation.flag(.wait) else { return .ok(["job": String(job.id)]) }
        return .ok(try await outcome(awaited: job.id, exchange))
    }

    @Sendable static func list(_ exchange: Exchange) async throws -> Reply {
        let jobs = try await exchange.services.store.jobs(of: exchange.invocation.text(.week))
        let views = await exchange.services.board.views(jobs)
        let records = try await exchange.work(.prompt) { views.map(\.listing.json) }
        return .ok(["jobs": String(jobs.count)], records: records)
    }

    @Sendable static func show(_ exchange: Exchange) async throws -> Reply {
        let view = try await exchange.services.board.view(exchange.job)
        return .ok(["job": String(exchange.job), "state": view.job.state.rawValue], records: [view.listing.json])
    }

    @Sendable static func watch(_ exchange: Exchange) async throws -> Reply {
        _ = try await exchange.services.board.record(exchange.job)
        try await exchange.sink.flush()
        if let feed = await exchange.services.board.feed(of: exchange.job) {
            for await progress in feed.watch() { try await exchange.sink.stream(ProgressRecord(progress).json) }
        }
        try Task.checkCancellation()
        return .ok(try await outcome(of: exchange.job, exchange))
    }

    @Sendable static func stop(_ exchange: Exchange) async throws -> Reply {
        let state = try await exchange.services.board.stop(exchange.job)
        return .ok(["job": String(exchange.job), "state": state.rawValue])
    }

    @Sendable static func cancel(_ exchange: Exchange) async throws -> Reply {
        try await exchange.services.board.cancel(exchange.job)
        return .ok(["job": String(exchange.job), "state": JobState.cancelled.rawValue])
    }

    /// Waits for a job's end.
    /// - Throws: `ProtocolError` where it ends without a plan.
    static func outcome(awaited id: Int, _ exchange: Exchange) async throws -> ReplyFields {
        // Answers to earlier commands must not wait for the job.
        try await exchange.sink.flush()
        if let feed = await exchange.services.board.feed(of: id) { for await _ in feed.watch() {} }
        try Task.checkCancellation()
        return try await outcome(of: id, exchange)
    }

    /// What a client that waited for a job hears at its end.
    private static func outcome(of id: Int, _ exchange: Exchange) async throws -> ReplyFields {
        let job = try await exchange.services.board.record(id)
        switch job.state {
        case .done: return try await outcome(of: job, exchange)
        case .failed:
            let code = job.errorCode.flatMap(ErrorCode.init(rawValue:)) ?? .internal
            let error = job.refusal(code, job.errorText ?? RefusedJob.failed.bilingual)
            throw ReplyError(.failure(error, records: await exchange.services.board.contradictions(of: id)))
        case .cancelled: throw job.refusal(.conflict, RefusedJob.cancelledWithoutPlan(id))
        case .queued, .running, .interrupted: throw job.refusal(.busy, RefusedJob.shutDownBefore(id))
        }
    }

    private static func outcome(of job: JobRecord, _ exchange: Exchange) async throws -> ReplyFields {
        var fields: ReplyFields = ["job": String(job.id)]
        guard let version = job.version else {
            if let entry = exchange.services.board.proposals.entry(of: job.id) { return entry.outcome }
            // A study has answered whoever asked for it.
            fields.set("state", job.state.rawValue)
            fields.set("objective", job.objective)
            fields.set("bound", job.bound)
            fields.set("termination", job.termination)
            return fields
        }
        let stored = try await exchange.services.store.plan(of: job.week, .number(version))
        let plan = stored.summary
        fields.set("version", version)
        fields.set("objective", plan.objective)
        fields.set("bound", plan.bound)
        fields.set("gap", plan.gap)
        fields.set("status", plan.status?.rawValue)
        fields.set("termination", job.termination)
        if let baseline = plan.baseline {
            if job.edits != nil { fields.set("edits", "stored") }
            fields.set("revision", plan.revision)
            fields.set("baseline", baseline)
            fields.set(try await exchange.services.plan(stored).commitment)
        }
        return fields
    }
}

extension JobRecord {
    /// What a client hears of a job that ended without the plan it was asked for, and of the edits that came with it.
    fileprivate func refusal(_ code: ErrorCode, _ text: Bilingual) -> ProtocolError {
        var fields: ReplyFields = ["job": String(id)]
        fields.set("version", version)
        switch edits {
        case nil: return ProtocolError(code, text, fields: fields)
        case .withPlan:
            fields.set("edits", "discarded")
            return ProtocolError(code, RefusedJob.editsDiscarded(text), fields: fields)
        case .kept:
            fields.set("edits", "stored")
            fields.set("revision", revision)
            return ProtocolError(code, RefusedJob.editsKept(text, revision), fields: fields)
        }
    }
}

extension ProgressRecord {
    fileprivate init(_ progress: SolveProgress) {
        self.init()
        seconds = (progress.seconds * 1000).rounded() / 1000
        (objective, bound, gap, phase) = (progress.objective, progress.bound, progress.gap, progress.phase)
    }
}
