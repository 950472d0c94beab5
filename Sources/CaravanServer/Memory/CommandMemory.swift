import CaravanProtocol
import Synchronization

/// The memory that one command holds until it is answered, or for as long as its work goes on.
final class CommandMemory: Sendable {
    private let budget: MemoryBudget
    private let leases: Mutex<[MemoryLease]>

    /// - Parameter body: what its body is reserved, if it needs any.
    init(_ body: MemoryLease?, _ budget: MemoryBudget) {
        self.budget = budget
        leases = Mutex(body.map { [$0] } ?? [])
    }

    /// Reserves bytes for what the command is about to make; it may have to wait.
    /// - Throws: as `MemoryBudget.lease`.
    func reserve(_ bytes: Int) async throws {
        let lease = try await budget.lease(bytes)
        leases.withLock { $0.append(lease) }
    }

    /// Counts what a reply holds, so that others wait while a client takes its time to read it.
    func count(_ reply: Reply) {
        guard case .ok(_, let payload?) = reply.closing else { return }
        let lease = budget.count(payload.count)
        leases.withLock { $0 = [lease] }
    }
}
