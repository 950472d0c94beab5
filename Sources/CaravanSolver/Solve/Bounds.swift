import CaravanCore

/// What is proven of a solve. Bounds hold for every plan, so they only rise.
struct Bounds: Sendable {
    /// Of what is minimised, points.
    private(set) var best: Double
    /// Of the plain objective, for a solve that minimises another one (`SolveParameters.commitments`).
    private(set) var plain = -Double.infinity

    /// - Parameter known: A bound that is proven already.
    init(known: Double?) { best = known ?? -.infinity }

    /// Takes a bound up if it is better.
    /// - Returns: By how many points, and whether that is worth telling; nil where it is no better.
    mutating func raise(to bound: Double) -> (gain: Double, isVisible: Bool)? {
        guard bound > best else { return nil }
        let isVisible = bound > best + Tolerance.slack(Tolerance.visibleBound, of: bound)
        defer { best = bound }
        return (best.isFinite ? bound - best : 0, isVisible)
    }

    mutating func raise(plain bound: Double) { plain = max(plain, bound) }

    /// What of a plan's objective is not proven, as a share of it; nil before there is a bound.
    func gap(of objective: Double) -> Double? {
        best > -.infinity ? Plan.gap(objective: objective, bound: min(best, objective)) : nil
    }
}
