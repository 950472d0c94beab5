/// A plan as workers exchange it.
struct Incumbent: Sendable {
    let assignments: [Assignment]
    /// Points.
    let objective: Double
    /// Counts up: a worker sees at once whether there is a newer one.
    let serial: Int
}

/// The best plan of a solve, and good ones beside it.
struct Incumbents: Sendable {
    private(set) var best: Incumbent?
    var elites: ElitePool

    init(capacity: Int) { elites = ElitePool(capacity: capacity) }

    /// Whether a plan of an objective is better than the best.
    func areBeaten(by objective: Double) -> Bool {
        best.map { objective < $0.objective - Tolerance.betterPlan } ?? true
    }

    /// Takes a plan up if it is better than the best.
    /// - Returns: By how many points; 0 for the first plan, nil where it is no better.
    mutating func take(_ assignments: [Assignment], objective: Double) -> Double? {
        guard areBeaten(by: objective) else { return nil }
        let gain = best.map { $0.objective - objective } ?? 0
        best = Incumbent(assignments: assignments, objective: objective, serial: (best?.serial ?? 0) + 1)
        elites.add(assignments)
        return gain
    }
}
