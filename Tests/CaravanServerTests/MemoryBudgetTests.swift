import CaravanProtocol
import Synchronization
import Testing

@testable import CaravanServer

@Suite("The memory that clients make the daemon hold", .timeLimit(.minutes(1)))
struct MemoryBudgetTests {
    private static let megabyte = 1 << 20

    /// Who was served, in order.
    private final class Served: Sendable {
        private let numbers = Mutex<[Int]>([])
        var last: Int? { numbers.withLock { $0.last } }
        func append(_ number: Int) { numbers.withLock { $0.append(number) } }
    }

    /// What was reserved and can be had again.
    private final class Kept: Sendable {
        private let leases = Mutex<[MemoryLease]>([])
        var count: Int { leases.withLock { $0.count } }
        func append(_ lease: MemoryLease) { leases.withLock { $0.append(lease) } }
        func take(_ count: Int) -> [MemoryLease] {
            leases.withLock { leases in
                let taken = Array(leases.prefix(count))
                leases.removeFirst(taken.count)
                return taken
            }
        }
    }

    private func wait(for count: Int, in budget: MemoryBudget) async throws {
        while budget.waiting < count { try await Task.sleep(for: .milliseconds(2)) }
    }

    @Test("what fits is had at once, what never fits is refused, small things always pass")
    func sizes() async throws {
        let budget = MemoryBudget(limit: 10 * Self.megabyte)
        let lease = try await budget.lease(10 * Self.megabyte)
        #expect(budget.used == 10 * Self.megabyte)
        let small = try await budget.lease(1000)
        #expect(budget.used == 10 * Self.megabyte + 1000)
        let refused = await #expect(throws: ProtocolError.self) { _ = try await budget.lease(11 * Self.megabyte) }
        #expect(refused?.code == .tooLarge)
        #expect(refused?.message.contains("11 MB") == true && refused?.message.contains("10 MB") == true)
        withExtendedLifetime((lease, small)) {}
    }

    @Test("what nobody keeps is free again, and a lease may shrink")
    func freed() async throws {
        let budget = MemoryBudget(limit: 10 * Self.megabyte)
        do {
            let lease = try await budget.lease(8 * Self.megabyte)
            lease.resize(to: 3 * Self.megabyte)
            #expect(budget.used == 3 * Self.megabyte)
        }
        #expect(budget.used == 0)
    }

    @Test("who waits is served in the order of asking, and is told where nothing becomes free")
    func order() async throws {
        let budget = MemoryBudget(limit: 10 * Self.megabyte)
        var held: MemoryLease? = try await budget.lease(8 * Self.megabyte)
        let served = Served()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, megabytes) in [6, 2, 9].enumerated() {
                group.addTask {
                    let lease = try await budget.lease(megabytes * Self.megabyte, patience: .seconds(60))
                    served.append(number)
                    withExtendedLifetime(lease) {}
                }
                try await wait(for: number + 1, in: budget)
            }
            let busy = await #expect(throws: ProtocolError.self) {
                _ = try await budget.lease(2 * Self.megabyte, patience: .milliseconds(20))
            }
            #expect(busy?.code == .busy)
            #expect(budget.waiting == 3, "the second would fit, but not before the first")
            held = nil
            try await group.waitForAll()
        }
        #expect(held == nil && served.last == 2 && budget.used == 0)
    }

    @Test("who is gone waits no more, and holds up nobody")
    func cancelled() async throws {
        let budget = MemoryBudget(limit: 10 * Self.megabyte)
        let held = try await budget.lease(8 * Self.megabyte)
        let large = Task { _ = try await budget.lease(9 * Self.megabyte, patience: .seconds(60)) }
        try await wait(for: 1, in: budget)
        let small = Task { try await budget.lease(2 * Self.megabyte, patience: .seconds(60)).bytes }
        try await wait(for: 2, in: budget)
        large.cancel()
        await #expect(throws: CancellationError.self) { try await large.value }
        #expect(try await small.value == 2 * Self.megabyte)
        withExtendedLifetime(held) {}
    }

    @Test("what can be had again is let go before anybody waits")
    func reclaimed() async throws {
        let budget = MemoryBudget(limit: 10 * Self.megabyte)
        let kept = Kept()
        for _ in 0..<4 { kept.append(try await budget.lease(2 * Self.megabyte)) }
        budget.onShortage { bytes in
            withExtendedLifetime(kept.take((bytes + 2 * Self.megabyte - 1) / (2 * Self.megabyte))) {}
        }
        let lease = try await budget.lease(5 * Self.megabyte, patience: .seconds(60))
        #expect(kept.count == 2 && budget.used == 9 * Self.megabyte)
        withExtendedLifetime(lease) {}
    }

    @Test("the machine says how much there is")
    func machine() {
        #expect(MachineMemory.available > 1 << 26)
        #if os(Linux)
        #expect((MachineMemory.resident ?? 0) > 1 << 20)
        #endif
    }
}
