import CaravanLanguage
import CaravanProtocol
import Synchronization

/// A share of the process's memory. What clients make the daemon hold is reserved here before it is there; where there is no
/// room, what can be had again is let go (`reclaim`), and then whoever asks waits in the order of asking.
final class MemoryBudget: Sendable {
    /// What is so small that it never waits: small changes go on while large ones queue.
    static let small = 1 << 20
    /// How long anybody waits.
    static let patience = Duration.seconds(20)

    private struct Waiter {
        let bytes: Int
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var used = 0
        var nextTicket = 0
        /// In the order of tickets.
        var waiters: [(ticket: Int, waiter: Waiter)] = []
        /// Tickets of those that gave up before they were in the queue.
        var abandoned: Set<Int> = []
        var reclaim: @Sendable (Int) -> Void = { _ in }
    }

    /// Bytes.
    let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    /// Bytes that are reserved.
    var used: Int { state.withLock { $0.used } }

    /// How many wait.
    var waiting: Int { state.withLock { $0.waiters.count } }

    /// Sets what lets go of so many bytes, as far as it can.
    func onShortage(_ reclaim: @escaping @Sendable (Int) -> Void) { state.withLock { $0.reclaim = reclaim } }

    /// Reserves bytes for as long as somebody keeps the lease.
    /// - Throws: `ProtocolError` `too-large` for more than there ever is, `busy` where nothing became free in time;
    ///   `CancellationError`.
    func lease(_ bytes: Int, patience: Duration = MemoryBudget.patience) async throws -> MemoryLease {
        let lease = MemoryLease(self)
        try await lease.add(bytes, patience: patience)
        return lease
    }

    /// Reserves bytes without waiting, whether there is room or not: for what is there already.
    func count(_ bytes: Int) -> MemoryLease {
        let lease = MemoryLease(self)
        lease.resize(to: bytes)
        return lease
    }

    fileprivate func take(_ bytes: Int, patience: Duration) async throws {
        guard bytes <= limit else {
            throw ProtocolError(.tooLarge, RefusedConnection.beyondMemory(Self.megabytes(bytes), Self.megabytes(limit)))
        }
        if takeAtOnce(bytes) { return }
        shortage(of: bytes)
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        let deadline = Task {
            try await Task.sleep(for: patience)
            give(up: ticket)
        }
        defer { deadline.cancel() }
        let isServed = await withTaskCancellationHandler {
            await withCheckedContinuation { queue(ticket, Waiter(bytes: bytes, continuation: $0)) }
        } onCancel: {
            give(up: ticket)
        }
        state.withLock { _ = $0.abandoned.remove(ticket) }
        if isServed { return }
        try Task.checkCancellation()
        throw ProtocolError(.busy, RefusedConnection.memoryBusy(Self.megabytes(bytes)))
    }

    private func takeAtOnce(_ bytes: Int) -> Bool {
        state.withLock { state in
            guard bytes <= Self.small || (state.waiters.isEmpty && state.used + bytes <= limit) else { return false }
            state.used += bytes
            return true
        }
    }

    private func queue(_ ticket: Int, _ waiter: Waiter) {
        let isGone = state.withLock { state in
            if state.abandoned.remove(ticket) != nil { return true }
            state.waiters.append((ticket, waiter))
            return false
        }
        if isGone { waiter.continuation.resume(returning: false) } else { change(by: 0) }
    }

    private func give(up ticket: Int) {
        let waiter: Waiter? = state.withLock { state in
            guard let at = state.waiters.firstIndex(where: { $0.ticket == ticket }) else {
                state.abandoned.insert(ticket)
                return nil
            }
            return state.waiters.remove(at: at).waiter
        }
        waiter?.continuation.resume(returning: false)
        // Who stood behind it may fit.
        change(by: 0)
    }

    /// Counts bytes in or out, and serves those who wait and fit now.
    fileprivate func change(by bytes: Int) {
        let served: [Waiter] = state.withLock { state in
            state.used += bytes
            var served: [Waiter] = []
            while let first = state.waiters.first, state.used + first.waiter.bytes <= limit {
                state.used += first.waiter.bytes
                served.append(first.waiter)
                state.waiters.removeFirst()
            }
            return served
        }
        for waiter in served { waiter.continuation.resume(returning: true) }
    }

    /// Lets go of what can be had again, so that bytes fit.
    private func shortage(of bytes: Int) {
        let (missing, reclaim) = state.withLock { ($0.used + bytes - limit, $0.reclaim) }
        if missing > 0 { reclaim(missing) }
    }

    /// Whole megabytes, rounded up.
    static func megabytes(_ bytes: Int) -> Int { bytes / 1_048_576 + (bytes % 1_048_576 == 0 ? 0 : 1) }
}

/// Bytes of a budget that somebody holds; they are given back when nobody keeps the lease any more.
final class MemoryLease: Sendable {
    private let budget: MemoryBudget
    private let held = Mutex(0)

    fileprivate init(_ budget: MemoryBudget) { self.budget = budget }

    deinit { give(back: bytes) }

    /// How many bytes.
    var bytes: Int { held.withLock { $0 } }

    /// Reserves more.
    /// - Throws: as `MemoryBudget.lease`.
    func add(_ bytes: Int, patience: Duration = MemoryBudget.patience) async throws {
        try await budget.take(bytes, patience: patience)
        held.withLock { $0 += bytes }
    }

    /// Sets what is held to what is really there.
    func resize(to bytes: Int) {
        let change = held.withLock { held in
            defer { held = bytes }
            return bytes - held
        }
        if change > 0 { budget.change(by: change) } else { give(back: -change) }
    }

    private func give(back bytes: Int) {
        if bytes == 0 { return }
        budget.change(by: -bytes)
        FreedMemory.note(bytes)
    }
}
