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
    }

    private let entries = Mutex<[Int: Entry]>([:])

    /// Keeps a proposal; where there is no room the oldest one goes.
    func keep(_ entry: Entry) {
        entries.withLock { entries in
            entries[entry.proposal.job] = entry
            if entries.count > Self.capacity, let oldest = entries.keys.min() { entries[oldest] = nil }
        }
    }

    /// The proposal of a job; nil where there is none any more.
    func entry(of job: Int) -> Entry? { entries.withLock { $0[job] } }

    /// Forgets the proposal of a job.
    func remove(_ job: Int) { entries.withLock { _ = $0.removeValue(forKey: job) } }
}
