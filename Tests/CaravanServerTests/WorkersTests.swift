import CaravanSolver
import Foundation
import Synchronization
import Testing

@testable import CaravanServer

@Suite("Work beside the conversations", .timeLimit(.minutes(1)))
struct WorkersTests {
    /// Something that happens once.
    private final class Event: Sendable {
        private let happened = Mutex(false)
        var hasHappened: Bool { happened.withLock { $0 } }
        func happen() { happened.withLock { $0 = true } }
    }

    /// Keeps a thread busy until it is told to go on, or to end.
    private static func block(_ control: SolveControl, until isDone: @escaping @Sendable () -> Bool) {
        while !isDone(), !control.isStopped { Thread.sleep(forTimeInterval: 0.001) }
    }

    @Test("what somebody waits for does not wait for what takes long")
    func lanes() async throws {
        let workers = Workers(threads: 2)
        defer { workers.shutdown() }
        let flag = Event()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<5 {
                group.addTask {
                    try await workers.runStoppably(.long) { control in
                        Self.block(control) { flag.hasHappened }
                        return number
                    }
                }
            }
            #expect(try await workers.run(.prompt) { 7 } == 7)
            flag.happen()
            var done: [Int] = []
            for try await number in group { done.append(number) }
            #expect(done.sorted() == [0, 1, 2, 3, 4])
        }
    }

    @Test("whoever goes waits no more, and the work is told to end")
    func abandons() async throws {
        let workers = Workers(threads: 1)
        defer { workers.shutdown() }
        let ended = Event()
        let started = Event()
        let task = Task {
            try await workers.runStoppably(.long) { control in
                started.happen()
                Self.block(control) { false }
                ended.happen()
            }
        }
        while !started.hasHappened { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        // The one thread is free again.
        #expect(try await workers.run(.long) { ended.hasHappened })
    }

    @Test("work that ignores it is not waited for either")
    func deaf() async throws {
        let workers = Workers(threads: 1)
        defer { workers.shutdown() }
        let release = Event()
        let started = Event()
        let task = Task {
            try await workers.run(.long) {
                started.happen()
                while !release.hasHappened { Thread.sleep(forTimeInterval: 0.001) }
            }
        }
        while !started.hasHappened { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        release.happen()
    }

    @Test("errors come back as they are, and work behind the end is cancelled")
    func errors() async throws {
        struct Failure: Error {}
        let workers = Workers(threads: 1)
        await #expect(throws: Failure.self) { try await workers.run(.prompt) { throw Failure() } }
        workers.shutdown()
        await #expect(throws: CancellationError.self) { try await workers.run(.prompt) { 1 } }
    }
}
