/// Which placements of a request are worth trying, by the dual worker's prices.
///
/// The excess of a placement is what its cheapest session costs more, in reduced cost, than the best that the request could
/// do. The excesses of all that a plan does sum to at most its gap (the argument behind reduced-cost fixing, Dantzig,
/// Fulkerson and Johnson 1954), so the search looks mostly at placements of small excess.
struct Prospects: Sendable {
    /// The placements of each request, the most promising first: those of request r at `Instance.ofRequest[r]`.
    private(set) var ranked: [Int32]
    /// The excess of each of `ranked`, points.
    private(set) var excess: [Float]
    /// The bound at the prices that the excesses are reckoned with, points.
    let bound: Double
    /// Placements of a higher excess are passed over, points.
    var reach = Float.infinity

    /// Before the dual worker knows: all placements promise the same.
    init(_ instance: Instance) {
        ranked = instance.placements.indices.map(Int32.init)
        excess = Array(repeating: 0, count: ranked.count)
        bound = -.infinity
    }

    /// - Parameters:
    ///   - margins: What the cheapest session of each placement costs more than not holding its request, points at reduced
    ///     cost (`Pricing.margins`).
    ///   - bound: The bound at the same prices.
    init(_ instance: Instance, margins: [Float], bound: Double) {
        ranked = instance.placements.indices.map(Int32.init)
        excess = Array(repeating: 0, count: ranked.count)
        self.bound = bound
        for (request, range) in instance.ofRequest.enumerated() where !range.isEmpty {
            ranked[range].sort { (margins[Int($0)], $0) < (margins[Int($1)], $1) }
            let first = margins[Int(ranked[range.lowerBound])]
            let best = instance.mustHold[request] ? first : min(0, first)
            // Where nothing fits all margins are infinite, and so is every excess.
            for at in range { excess[at] = best.isFinite ? margins[Int(ranked[at])] - best : .infinity }
        }
    }

    /// How many placements of a request are within reach; in `ranked` they stand first.
    func count(within range: Range<Int>) -> Int {
        var end = range.lowerBound
        while end < range.upperBound, excess[end] <= reach { end += 1 }
        return end - range.lowerBound
    }

    /// Draws a request that is not held, of which there must be one; if possible one with placements within reach.
    func unheldRequest(in schedule: borrowing Schedule, _ random: inout RandomStream) -> Int {
        var request = 0
        for _ in 0..<Self.draws {
            request = Int(schedule.order[schedule.heldCount + random.below(schedule.order.count - schedule.heldCount)])
            if count(within: schedule.instance.ofRequest[request]) > 0 { break }
        }
        return request
    }
    private static let draws = 4
}
