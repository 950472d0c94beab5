import CaravanCore

/// Bounds the plain objective (domain, section 4) while the solve minimises it with the points of commitments added.
///
/// Both relaxations have the same rules and differ in points alone, so multipliers found for one give a valid bound of
/// the other at once, and some rounds of ascent of its own make it a good one.
struct PlainBound {
    private let instance: Instance
    /// Rounds of each ascent.
    private static let rounds = 60

    /// Nil for a solve without commitments: there both objectives are one.
    init?(_ board: Board) {
        let parameters = board.parameters
        guard !parameters.commitments.isNeutral,
            let instance = try? Instance(
                week: board.instance.week, baseline: parameters.baseline, freeze: parameters.freeze)
        else { return nil }
        self.instance = instance
    }

    /// Raises the bound of the plain objective from the best multipliers of the solve's own ascent. The first round is
    /// done even where the solve is over.
    func climb(from ascent: LagrangianAscent, _ board: Board) {
        var plain = ascent.transferred(to: instance)
        for round in 0..<Self.rounds where round == 0 || board.ending == nil {
            let target = board.incumbent?.objective ?? ascent.bestBound * 1.05 + 1
            _ = plain.step(towards: max(target, plain.bestBound))
            board.raise(plainBound: plain.bestBound)
        }
    }
}

extension Pricing {
    /// The same rules, trip shares and knapsacks over an instance that differs in nothing but points.
    init(_ other: Pricing, over instance: Instance) {
        self.init(instance, rules: other.rules)
        trips = other.trips
        (knapsacks, frontiers) = (other.knapsacks, other.frontiers)
        (knapsackOf, leastLevel) = (other.knapsackOf, other.leastLevel)
    }
}
