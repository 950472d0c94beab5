import CaravanLanguage
import CaravanSolver
import CaravanStore
import Logging

// What is to be stored of a job, and the patience that it takes where the store cannot.
extension JobBoard {
    /// Marks a job as running.
    /// - Returns: Whether it is; false where it ended meanwhile.
    func begin(_ id: Int) async -> Bool {
        do throws(StoreError) {
            guard let started = try await persist(id, { store, _ throws(StoreError) in try await store.startJob(id) }),
                live[id] != nil
            else { return false }
            live[id]?.record = started
            return true
        } catch {
            await finish(id, .failed(code: "internal", text: RefusedJob.notBegun(error.text)))
            return false
        }
    }

    /// Brings a job's outcome into the store; the job is live until that is done.
    /// - Returns: How it ended; nil where somebody else ended it, or the daemon did first.
    @discardableResult
    func finish(_ id: Int, _ outcome: JobOutcome) async -> JobRecord? {
        guard let job = live[id] else { return nil }
        do throws(StoreError) {
            let ended = try await persist(id) { [merger] store, isLast throws(StoreError) in
                guard case .version(let edits?) = job.request.purpose, outcome.hasPlan else {
                    return try await store.finishJob(id, outcome, isLast: isLast)
                }
                return try await merger.settle(outcome, edits, job.request.week) { outcome throws(StoreError) in
                    try await store.finishJob(id, outcome, isLast: isLast)
                }
            }
            return ended.flatMap { end(id, $0) }
        } catch {
            return await fail(id, RefusedJob.notStored(error.text))
        }
    }

    /// Ends a job whose outcome the store will never take.
    private func fail(_ id: Int, _ reason: Bilingual) async -> JobRecord? {
        guard let job = live[id] else { return nil }
        let failure = JobOutcome.failed(code: "internal", text: reason)
        if let ended = try? await store.finishJob(id, failure, isLast: isClosing) { return end(id, ended) }
        // It may have been ended by somebody else at the same moment.
        if let stored = try? await store.job(id), !stored.state.isActive { return end(id, stored) }
        let record = job.record.failed(code: "internal", text: reason)
        unstored[id] = record
        return end(id, record)
    }

    /// Ends a job at the shutdown with a single try; where the store does not take that, the next start settles it.
    func giveUp(_ id: Int, _ outcome: JobOutcome) async {
        guard let job = live[id] else { return }
        do throws(StoreError) { end(id, try await store.finishJob(id, outcome, isLast: true)) } catch {
            logger.error("a job's end could not be stored", metadata: ["job": "\(id)", "error": "\(error)"])
            end(id, job.record)
        }
    }

    /// Takes a job that has ended from the board and tells everybody who waits for it; only the first time.
    @discardableResult
    func end(_ id: Int, _ ended: JobRecord) -> JobRecord? {
        guard let job = live.removeValue(forKey: id) else { return nil }
        metrics.jobs(ended.state.rawValue)
        metrics.solveTime(job.feed.progress.seconds)
        logger.info(
            "job ended",
            metadata: ["job": "\(id)", "state": "\(ended.state.rawValue)", "version": "\(ended.version ?? 0)"])
        job.feed.end()
        return ended
    }

    /// Stores something of a job, again and again where the store cannot now but may later, with growing pauses.
    /// - Parameter action: gets the store, and whether the daemon ends, so that this may be the last time.
    /// - Returns: Nil where the job ended meanwhile, or the daemon has no more time.
    /// - Throws: What will not pass.
    private func persist(
        _ id: Int, _ action: @Sendable (any WeekStore, _ isLast: Bool) async throws(StoreError) -> JobRecord
    ) async throws(StoreError) -> JobRecord? {
        var pause = Self.firstPause
        while live[id] != nil, !isOver {
            do throws(StoreError) {
                let record = try await action(store, isClosing)
                live[id]?.obstacle = nil
                return record
            } catch {
                guard error.mayPass else { throw error }
                logger.warning("a job waits to be stored", metadata: ["job": "\(id)", "reason": "\(error)"])
                live[id]?.obstacle = error.text
                if let job = live[id], job.record.state == .running {
                    job.feed.tell(SolveProgress(seconds: job.feed.progress.seconds, phase: "storing"), nil)
                }
                await wait(pause, for: id)
                pause = min(pause * 2, Self.longestPause)
            }
        }
        return nil
    }

    private static let firstPause = Duration.milliseconds(250)
    private static let longestPause = Duration.seconds(30)

    /// Waits, less long where the job ends or the daemon does.
    private func wait(_ pause: Duration, for id: Int) async {
        let end = ContinuousClock.now + pause
        repeat { try? await Task.sleep(for: Self.firstPause) } while live[id] != nil && !isClosing && .now < end
    }
}
