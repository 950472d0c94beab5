/// Temperatures of simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) in cycles that become longer, so that a short
/// run ends cool and a long one gets time to change what is fundamental.
struct Cooling: Sendable {
    private let hot: Double
    private let cold: Double
    private var length: Int
    private var step = 0
    private(set) var temperature: Double

    init(_ instance: Instance) {
        let values = instance.unheldCost.filter { $0 > 0 }
        let typical = values.isEmpty ? 1 : values.reduce(0, +) / Double(values.count)
        hot = 0.12 * typical
        cold = 0.002 * typical
        length = 4_000 + 60 * instance.requestCount
        temperature = hot
    }

    /// One iteration on; true where a new cycle begins.
    mutating func advance() -> Bool {
        step += 1
        let began = step >= length
        if began {
            step = 0
            length = min(length * 2, 4_000_000)
        }
        let left = 1 - Double(step) / Double(length)
        temperature = cold + (hot - cold) * left * left * left
        return began
    }

    /// How much worse a plan may be and still be accepted, points.
    func tolerance(_ random: inout RandomStream) -> Double { temperature * random.exponential() }
}
