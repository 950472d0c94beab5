import CaravanCore
import CaravanLanguage
import CaravanSolver
import CaravanStore
import Foundation
import Logging
import NIOPosix

/// Queues jobs, runs as many at a time as there are job threads, and brings their outcomes into the store.
///
/// Whatever a job's state is here is in the store first, and a job lives here until its end is there: what the store does
/// not take now is kept and tried again.
actor JobBoard {
    /// How jobs are run.
    struct Settings: Sendable {
        /// Jobs that run at the same time.
        var slots: Int
        /// Threads that each job may keep busy.
        var threadsPerJob: Int
        /// Bytes that the model of each job may take.
        var memoryOfModel: Int
        /// Jobs that may wait.
        var queueLimit = 1000
        /// Bytes that the weeks of proposals may take.
        var proposalMemory = 1 << 28
        /// Time between two looks at a running job's incumbent; each look writes at most one plan.
        var saveInterval = Duration.seconds(1)
        /// Whose jobs they are in the store; drawn anew for each start.
        var owner = JobOwner(id: UUID().uuidString, lease: .seconds(30))
    }

    /// A job that has not ended.
    struct Live {
        let request: JobRequest
        let control = SolveControl()
        let feed = JobFeed()
        var record: JobRecord
        /// Why the store does not take what is to be stored of it; nil where nothing waits.
        var obstacle: Bilingual?
    }

    let store: any WeekStore
    let settings: Settings
    let metrics: ServerMetrics
    let logger: Logger
    let proposals: ProposalShelf
    let workers: Workers
    private let models: MemoryBudget
    private let engine: any Engine
    let merger: EditMerger
    private let pool: NIOThreadPool
    var live: [Int: Live] = [:]
    private(set) var queue: [Int] = []
    private var busySlots = 0
    private(set) var isClosing = false
    /// Whether the time is over that jobs get for their ends.
    private(set) var isOver = false
    /// What the latest infeasible jobs failed by, as records; the store keeps it as a sentence.
    private var contradictions: [Int: [JSON]] = [:]
    private static let contradictionsKept = 100
    /// Ends that a damaged store will never take; it will say `interrupted` after the next start.
    var unstored: [Int: JobRecord] = [:]

    init(
        store: any WeekStore, engine: any Engine, merger: EditMerger, workers: Workers,
        models: MemoryBudget, settings: Settings, metrics: ServerMetrics, logger: Logger
    ) {
        self.store = store
        self.engine = engine
        self.merger = merger
        self.settings = settings
        self.workers = workers
        self.models = models
        proposals = ProposalShelf(limit: settings.proposalMemory)
        self.metrics = metrics
        self.logger = logger
        pool = NIOThreadPool(numberOfThreads: settings.slots)
        pool.start()
    }

    /// How many jobs wait, and how many run.
    var counts: (queued: Int, running: Int) { (queue.count, live.values.count { $0.record.state == .running }) }

    /// For commands that change something before they submit a job.
    /// - Throws: `ServerError` where a job would not be taken in.
    func requireRoom() throws(ServerError) {
        guard !isClosing else { throw ServerError(.closing, RefusedJob.shuttingDown) }
        guard queue.count < settings.queueLimit else {
            throw ServerError(.queueFull, RefusedJob.queueFull(queue.count))
        }
    }

    /// Takes a job in.
    func submit(_ request: JobRequest) async throws -> JobRecord {
        try requireRoom()
        var request = request
        request.parameters.threads = settings.threadsPerJob
        request.parameters.memory = settings.memoryOfModel
        let record = try await store.createJob(
            request.week.head, kind: request.kind, parameters: request.document.text, for: settings.owner,
            expecting: request.expected)
        live[record.id] = Live(request: request, record: record)
        queue.append(record.id)
        metrics.jobs("queued")
        logger.info("job queued", metadata: ["job": "\(record.id)", "week": "\(record.week)"])
        if isClosing { await close(queued: record.id, as: .interrupted) }
        pump()
        return record
    }

    /// Gives free slots to the jobs that wait longest.
    private func pump() {
        while busySlots < settings.slots, !queue.isEmpty {
            let id = queue.removeFirst()
            busySlots += 1
            Task {
                // Never more than there is: each slot has its share.
                let model = models.count(settings.memoryOfModel)
                await execute(id)
                withExtendedLifetime(model) {}
                busySlots -= 1
                pump()
            }
        }
    }

    private func execute(_ id: Int) async {
        guard let job = live[id], await begin(id) else { return }
        job.feed.begin()
        logger.info("job running", metadata: ["job": "\(id)", "week": "\(job.record.week)"])
        if let study = job.request.study {
            await finish(id, await outcome(of: study, job))
            return
        }
        let saver = Task { await saveIncumbents(of: id, job) }
        let result = await solve(job)
        saver.cancel()
        await saver.value
        if case .failure(let error) = result { keep(error.contradictions, of: id) }
        let ended = await finish(id, shelve(await outcome(of: result, job), of: job))
        if ended?.state != .done { proposals.remove(id) }
    }

    private func solve(_ job: Live) async -> Result<JobResult, SolveError> {
        let engine = engine
        do {
            return try await pool.runIfActive {
                do throws(SolveError) {
                    let (week, parameters) = (job.request.week.week, job.request.parameters)
                    return .success(try engine.solve(week, parameters, job.control) { job.feed.tell($0, $1) })
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            return .failure(.internalFailure(RefusedJob.noThread("\(error)")))
        }
    }

    private func outcome(of study: @escaping StudyWork, _ job: Live) async -> JobOutcome {
        do {
            return try await pool.runIfActive {
                do throws(SolveError) {
                    let end = try study(job.request.parameters, job.control) { job.feed.tell($0, nil) }
                    return .studied(
                        termination: end.termination.rawValue, objective: end.base?.objective, bound: end.base?.bound)
                } catch {
                    return .failed(code: error.refusal.code.rawValue, text: error.refusal.text)
                }
            }
        } catch {
            return .failed(code: "internal", text: RefusedJob.noThread("\(error)"))
        }
    }

    private nonisolated func outcome(of result: Result<JobResult, SolveError>, _ job: Live) async -> JobOutcome {
        switch result {
        case .success(let found):
            var plan = found.plan
            plan.baseline = job.request.parameters.baseline?.version
            let examine = { @Sendable [gate = PlanGate(job.request), checked = plan] in
                (gate.objections(to: checked), found.storedDuals)
            }
            // Where the workers have ended the check is made all the same: no plan is kept without.
            let (objections, duals) = (try? await workers.run(.prompt, examine)) ?? examine()
            if objections.isEmpty {
                return .done(plan.surelyBounded, termination: found.termination.rawValue, duals: duals)
            }
            logger.error(
                "a plan failed the check",
                metadata: ["job": "\(job.record.id)", "objections": "\(objections.prefix(20).map(\.english))"])
            return .failed(code: "internal", text: RefusedJob.failedCheck(objections[0]))
        case .failure(let error):
            return .failed(code: error.refusal.code.rawValue, text: error.refusal.text)
        }
    }
}

extension JobBoard {
    private func close(queued id: Int, as outcome: JobOutcome) async {
        queue.removeAll { $0 == id }
        await giveUp(id, outcome)
    }

    /// Ends a job and keeps its best plan; a job that has not begun has none and becomes `cancelled`.
    func stop(_ id: Int) async throws -> JobState {
        let job = try await active(id)
        if job.record.state == .running {
            job.control.stop()
            return .running
        }
        try await cancel(id)
        return .cancelled
    }

    /// Ends a job and throws away what it found, also where that only waits to be stored.
    func cancel(_ id: Int) async throws {
        let job = try await active(id)
        let ended = try await store.finishJob(id, .cancelled, isLast: false)
        queue.removeAll { $0 == id }
        job.control.stop()
        end(id, ended)
    }

    /// A job that has not ended.
    private func active(_ id: Int) async throws -> Live {
        if let job = live[id] { return job }
        throw ServerError(.conflict, RefusedJob.endedAs(id, try await record(id).state.word))
    }

    /// The record of a job, ended or not.
    func record(_ id: Int) async throws -> JobRecord {
        if let record = live[id]?.record ?? unstored[id] { return record }
        return try await store.job(id)
    }

    /// A job as lists show it.
    func view(_ id: Int) async throws -> JobView { view(try await record(id)) }

    /// Jobs of the store as lists show them.
    func views(_ stored: [JobRecord]) -> [JobView] { stored.map { view($0) } }

    /// A job of the store as lists show it: what it tells now stands above what is stored.
    func view(_ stored: JobRecord) -> JobView {
        guard let job = live[stored.id] else { return JobView(unstored[stored.id] ?? stored) }
        let position = queue.firstIndex(of: stored.id).map { $0 + 1 }
        return JobView(
            job.record, position: position, progress: position == nil ? job.feed.progress : nil, obstacle: job.obstacle)
    }

    private func keep(_ records: [JSON], of id: Int) {
        if records.isEmpty { return }
        contradictions[id] = records
        if contradictions.count > Self.contradictionsKept { contradictions[contradictions.keys.min() ?? id] = nil }
    }

    /// What an infeasible job failed by, a record each; empty for other jobs, and for those of an earlier run of the daemon.
    func contradictions(of id: Int) -> [JSON] { contradictions[id] ?? [] }

    /// What a job tells until it ends; nil for one that has ended.
    func feed(of id: Int) -> JobFeed? { live[id]?.feed }

    /// Ends everything: waiting jobs become `interrupted`, running ones stop and keep their plans. Jobs that have not
    /// ended after `grace` become `interrupted` with their last incumbent.
    func shutdown(grace: Duration) async {
        isClosing = true
        for id in queue { await close(queued: id, as: .interrupted) }
        for job in live.values { job.control.stop() }
        let deadline = ContinuousClock.now + grace
        while !live.isEmpty, ContinuousClock.now < deadline { try? await Task.sleep(for: .milliseconds(20)) }
        isOver = true
        for (id, job) in live {
            await saveIncumbent(of: id, job, PlanGate(job.request))
            await giveUp(id, .interrupted)
        }
        pool.shutdownGracefully { _ in }
    }
}
