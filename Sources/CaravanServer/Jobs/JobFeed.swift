import CaravanCore
import CaravanSolver
import Synchronization

/// What a running job last told, written by solver threads and read by everybody; and the streams of those who watch.
final class JobFeed: Sendable {
    private struct State {
        var progress = SolveProgress(seconds: 0, phase: "queued")
        var startedAt: ContinuousClock.Instant?
        var incumbent: Plan?
        var isEnded = false
        var nextWatcher = 0
        var watchers: [Int: AsyncStream<SolveProgress>.Continuation] = [:]
    }

    /// Improvements that a slow watcher may be behind; older ones are skipped, never the last.
    private static let watcherBuffer = 64
    private let state = Mutex(State())

    /// Where the job stands.
    var progress: SolveProgress {
        state.withLock { state in
            var progress = state.progress
            if let started = state.startedAt {
                progress.seconds = max(progress.seconds, started.duration(to: .now).seconds)
            }
            return progress
        }
    }

    /// A thread takes the job.
    func begin() {
        state.withLock { $0.startedAt = .now }
        tell(SolveProgress(seconds: 0, phase: "placements"), nil)
    }

    /// Takes what the engine tells. What was known of objective and bound stays where an event leaves it out.
    func tell(_ progress: SolveProgress, _ incumbent: Plan?) {
        state.withLock { state in
            guard !state.isEnded else { return }
            var progress = progress
            progress.objective = progress.objective ?? state.progress.objective
            progress.bound = progress.bound ?? state.progress.bound
            state.progress = progress
            if let incumbent { state.incumbent = incumbent }
            for watcher in state.watchers.values { watcher.yield(progress) }
        }
    }

    /// Takes the best plan that has not been taken yet.
    func takeIncumbent() -> Plan? {
        state.withLock { state in
            defer { state.incumbent = nil }
            return state.incumbent
        }
    }

    /// Takes back a plan that was taken and could not be kept, where no better one has come.
    func giveBack(_ plan: Plan) {
        state.withLock { state in
            if state.incumbent == nil { state.incumbent = plan }
        }
    }

    /// The present state, then every improvement, until the job ends or the reader is cancelled.
    func watch() -> AsyncStream<SolveProgress> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: SolveProgress.self, bufferingPolicy: .bufferingNewest(Self.watcherBuffer))
        state.withLock { state in
            guard !state.isEnded else { return continuation.finish() }
            let watcher = state.nextWatcher
            state.nextWatcher += 1
            state.watchers[watcher] = continuation
            continuation.onTermination = { [weak self] _ in self?.forget(watcher) }
            continuation.yield(state.progress)
        }
        return stream
    }

    /// Ends every stream.
    func end() {
        // Finishing a stream calls back into `forget`, so it happens outside the lock.
        let watchers = state.withLock { state in
            state.isEnded = true
            defer { state.watchers = [:] }
            return state.watchers.values.map { $0 }
        }
        for watcher in watchers { watcher.finish() }
    }

    private func forget(_ watcher: Int) {
        state.withLock { _ = $0.watchers.removeValue(forKey: watcher) }
    }
}

extension Duration {
    /// As seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
