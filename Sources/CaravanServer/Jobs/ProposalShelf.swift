import CaravanStore
import Synchronization

/// The plans of previews, which nothing of the store knows: they stay here until they are accepted, newer ones push them
/// out, or the daemon ends.
final class ProposalShelf: Sendable {
    /// Proposals kept.
    static let capacity = 16

    /// A proposal and why its solve ended.
    struct Entry: Sendable {
        let proposal: ProposedPlan
        let termination: String
        /// The week that it is a plan for, which holds the memory that it takes.
        let week: StoredWeek
    }

    private let limit: Int
    private let entries = Mutex<[Int: Entry]>([:])

    /// - Parameter limit: bytes that the weeks of all proposals may take; the latest proposal stays in any case.
    init(limit: Int) { self.limit = limit }

    /// Keeps a proposal; where there is no room the oldest ones go.
    func keep(_ entry: Entry) {
        let gone = entries.withLock { entries in
            entries[entry.proposal.job] = entry
            var gone: [Entry] = []
            while entries.count > Self.capacity || entries.values.reduce(0, { $0 + $1.week.bytes }) > limit,
                entries.count > 1, let oldest = entries.keys.min(), let removed = entries.removeValue(forKey: oldest)
            {
                gone.append(removed)
            }
            return gone
        }
        // Here their weeks are let go, outside the lock.
        withExtendedLifetime(gone) {}
    }

    /// The proposal of a job; nil where there is none any more.
    func entry(of job: Int) -> Entry? { entries.withLock { $0[job] } }

    /// Forgets the proposal of a job.
    func remove(_ job: Int) { entries.withLock { _ = $0.removeValue(forKey: job) } }
}
