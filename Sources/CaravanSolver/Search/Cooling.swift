/// Temperatures of simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) in cycles that become longer, so that a short
/// run ends cool and a long one gets time to change what is fundamental.
struct Cooling: Sendable {
    private let parameters: SearchParameters
    private let hot: Double
    private let cold: Double
    /// Where this cycle begins.
    private var top: Double
    /// Iterations of the cycle after this one.
    private var nextLength: Int
    /// Iterations of this cycle still to come.
    private var remaining: Int
    /// How much of the way from hot to cold is still to come, 1…0.
    private var warmth = 1.0
    /// Iterations that the search will still be given, as far as known.
    private var left = Int.max
    private(set) var temperature: Double

    init(_ instance: Instance, _ parameters: SearchParameters) {
        self.parameters = parameters
        hot = parameters.hot * instance.typicalValue
        cold = parameters.cold * instance.typicalValue
        remaining = parameters.firstCycle + parameters.firstCyclePerRequest * instance.requestCount
        nextLength = parameters.cycleGrowth * remaining
        top = instance.hasBaseline ? parameters.replanningHot * instance.typicalValue : hot
        temperature = top
    }

    /// Learns how many iterations are still to come, so that the search ends cool: a cycle that would be cut off
    /// becomes shorter, and the last one lasts to the end.
    mutating func fit(_ iterations: Int) {
        left = max(1, iterations)
        remaining = min(remaining, left)
    }

    /// Begins a cycle that `fit` will say the end of.
    /// - Parameter warmth: How much of the way from hot to cold it goes, 0…1.
    mutating func restart(warmth: Double) {
        (self.warmth, top, remaining, left) = (warmth, hot, .max, .max)
    }

    /// One iteration on; true where a new cycle begins.
    mutating func advance() -> Bool {
        let begins = remaining <= 0
        if begins {
            remaining = left < 2 * nextLength ? left : nextLength
            nextLength = min(nextLength * parameters.cycleGrowth, parameters.longestCycle)
            warmth = 1
            top = hot
        }
        temperature = cold + (top - cold) * warmth * warmth * warmth
        warmth -= warmth / Double(remaining)
        remaining -= 1
        return begins
    }

    /// How much worse a plan may be and still be accepted, points.
    func tolerance(_ random: inout RandomStream) -> Double { temperature * random.exponential() }
}
