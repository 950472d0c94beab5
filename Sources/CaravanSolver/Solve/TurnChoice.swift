/// Chooses whose turn it is on a core that several parts of a solve share, by how fast each closed the gap of late: a bandit
/// with fading rewards (Sutton and Barto, *Reinforcement Learning*, section 2.5). What helps differs from week to week and
/// changes while a solve goes on.
struct TurnChoice {
    /// Points a second by which each part closed the gap, fading; nil before its first turn.
    private var rate: [Part: Double] = [:]
    private var random: RandomStream
    private let parameters: TurnParameters

    init(_ parameters: TurnParameters = TurnParameters(), seed: UInt64) {
        self.parameters = parameters
        random = RandomStream(seed: seed)
    }

    /// One of the parts; each has a first turn, in the order given.
    mutating func draw(among parts: [Part]) -> Part? {
        if let fresh = parts.first(where: { rate[$0] == nil }) { return fresh }
        let best = parts.compactMap { rate[$0] }.max() ?? 0
        let weights = parts.map { max(rate[$0] ?? 0, parameters.rateFloor * best) + 1e-9 }
        var left = random.unit() * weights.reduce(0, +)
        for (part, weight) in zip(parts, weights) {
            left -= weight
            if left < 0 { return part }
        }
        return parts.last
    }

    /// Learns what a turn brought: by how many points it improved plan or bound, in how many seconds.
    mutating func learn(_ part: Part, gained points: Double, in seconds: Double) {
        let now = points / max(seconds, 0.01)
        rate[part] = rate[part].map { $0 + parameters.rateFading * (now - $0) } ?? now
    }
}
