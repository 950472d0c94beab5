/// The latest good plans of a solve, whose sessions a restricted master program recombines.
struct ElitePool: Sendable {
    /// The plans, the latest last.
    private(set) var plans: [[Assignment]] = []
    /// More plans make the program larger than GLPK solves in seconds.
    static let capacity = 32

    /// Takes up a plan; the oldest gives way.
    mutating func add(_ plan: [Assignment]) {
        if plans.count == Self.capacity { plans.removeFirst() }
        plans.append(plan)
    }
}
