/// The latest good plans of a solve, whose sessions a restricted master program recombines.
struct ElitePool: Sendable {
    /// The plans, the latest last.
    private(set) var plans: [[Assignment]] = []
    /// Plans that are kept.
    let capacity: Int

    /// Takes up a plan; the oldest gives way.
    mutating func add(_ plan: [Assignment]) {
        if plans.count == capacity { plans.removeFirst() }
        plans.append(plan)
    }
}
