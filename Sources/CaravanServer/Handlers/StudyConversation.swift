import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver
import CaravanStore

/// A command that runs a study as a job and sends its records as they come. It is over for the client when the job is; a
/// client that goes cancels the job.
struct StudyConversation {
    /// Runs the study; each record that it hands over goes out at once.
    typealias Body =
        @Sendable (_ run: StudyRun, _ send: @escaping @Sendable (JSON) -> Void) throws(SolveError) -> StudyEnd

    let exchange: Exchange
    let week: StoredWeek
    private let kind: String
    private(set) var parameters: SolveParameters

    /// - Parameter hasBaseline: Whether the command names the plan against which changes cost points.
    /// - Throws: Where the week or the baseline is not there.
    init(_ exchange: Exchange, kind: String, hasBaseline: Bool = false) async throws {
        self.exchange = exchange
        self.kind = kind
        week = try await exchange.services.weeks.week(exchange.id(.week))
        parameters = SolveParameters()
        if let limit = exchange.invocation.number(.limit) { parameters.limit = limit }
        if hasBaseline {
            parameters.baseline = try await exchange.services.plan(try await exchange.plan(.baseline))
        }
        try await begin()
    }

    /// A study that somebody else has prepared.
    init(_ exchange: Exchange, kind: String, of week: StoredWeek, _ parameters: SolveParameters) {
        self.exchange = exchange
        self.kind = kind
        self.week = week
        self.parameters = parameters
    }

    /// The unedited week begins from the published plan, else from the latest one of its revision; the bound of a plan
    /// that was solved for this very week is proven for it.
    private mutating func begin() async throws {
        for choice in [VersionChoice.published, .latest] {
            do throws(StoreError) {
                let stored = try await exchange.services.store.plan(of: week.week.id, choice)
                let summary = stored.summary
                let isOfRevision = summary.revision == week.head.revision
                if choice == .latest, !isOfRevision { continue }
                guard let plan = try? await exchange.services.plan(stored) else { continue }
                parameters.start = plan
                if isOfRevision, summary.source == .solve, summary.baseline == nil, parameters.baseline == nil {
                    parameters.knownBound = plan.bound
                }
                return
            } catch {
                guard error.code == .notFound else { throw error }
            }
        }
    }

    /// Runs the study to its end.
    /// - Returns: The first fields of the closing line: week, revision, job, and what is known of the unedited week.
    /// - Throws: `ProtocolError` where the job was cancelled or failed.
    func run(_ body: @escaping Body) async throws -> ReplyFields {
        let (records, incoming) = AsyncStream.makeStream(of: JSON.self)
        let (engine, document) = (exchange.services.engine, week.week)
        let request = JobRequest(week: week, kind: kind, parameters: parameters) {
            parameters, control, tell throws(SolveError) in
            let run = StudyRun(week: document, parameters, control, engine: engine, tell: tell)
            return try run.governed { () throws(SolveError) in try body(run) { incoming.yield($0) } }
        }
        // Answers to earlier commands must not wait for the solves.
        try await exchange.sink.flush()
        let board = exchange.services.board
        let id = try await board.submit(request).id
        let feed = await board.feed(of: id)
        let watcher = Task {
            if let feed { for await _ in feed.watch() {} }
            incoming.finish()
        }
        defer { watcher.cancel() }
        do {
            for await record in records { try await exchange.sink.send(record: record) }
            try Task.checkCancellation()
        } catch {
            // Nobody is there to read it; a job that cannot be cancelled now at least comes to its end.
            do { try await board.cancel(id) } catch { _ = try? await board.stop(id) }
            throw error
        }
        return try await closing(of: id)
    }

    private func closing(of id: Int) async throws -> ReplyFields {
        let job = try await exchange.services.board.record(id)
        var fields: ReplyFields = ["week": week.week.id]
        fields.set("revision", week.head.revision)
        fields.set("job", id)
        switch job.state {
        case .done:
            fields.set("objective", job.objective)
            fields.set("bound", job.bound)
            fields.set("termination", job.termination)
            return fields
        case .cancelled: throw ProtocolError(.conflict, RefusedJob.cancelled(id), fields: ["job": String(id)])
        case .failed:
            let code = job.errorCode.flatMap(ErrorCode.init(rawValue:)) ?? .internal
            throw ProtocolError(code, job.errorText ?? RefusedJob.failed.bilingual, fields: ["job": String(id)])
        case .queued, .running, .interrupted:
            throw ProtocolError(
                .busy, RefusedJob.shutDownBefore(id), fields: ["job": String(id)])
        }
    }
}
