import CaravanStore
import Logging

// Leases by which whoever shares the store knows that the jobs of this daemon run, and jobs whose daemon is gone.
extension JobBoard {
    /// Renews the leases of the jobs here, and settles those that nobody has renewed, until it is cancelled.
    func keepLeases() async {
        while (try? await Task.sleep(for: settings.owner.lease / 3)) != nil {
            do throws(StoreError) {
                if !live.isEmpty { try await store.renewLeases(of: settings.owner) }
                try await settleLapsedJobs()
            } catch {
                if Task.isCancelled { return }
                logger.warning("leases could not be looked after", metadata: ["reason": "\(error)"])
            }
        }
    }

    /// Settles jobs that a daemon left unfinished which has ended.
    func settleLapsedJobs() async throws(StoreError) {
        for job in try await store.settleLapsedJobs(by: settings.owner) {
            logger.warning(
                "job was interrupted by the end of its daemon",
                metadata: ["job": "\(job.id)", "week": "\(job.week)", "version": "\(job.version ?? 0)"])
        }
    }
}
