import Foundation

/// Threads that block, outside Swift's cooperative pool.
enum Crew {
    /// Runs a piece of work so many times at once, each on a thread of its own, and returns when all are done.
    static func run(_ count: Int, _ work: @escaping @Sendable (_ number: Int) -> Void) {
        let group = DispatchGroup()
        for number in 0..<count {
            group.enter()
            let thread = Thread {
                work(number)
                group.leave()
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        group.wait()
    }
}
