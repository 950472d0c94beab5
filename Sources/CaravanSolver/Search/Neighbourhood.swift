/// The ways to choose which sessions are taken out together: sessions that compete for the same things, so that taking
/// them out makes room for something better (Shaw 1998; Pisinger and Røpke 2007).
enum Neighbourhood: Int, CaseIterable, Sendable {
    /// Sessions in townships near by, whenever.
    case place
    /// Sessions near by on the same date.
    case day
    /// Sessions that share members, then those near by.
    case crew
    /// Sessions paid by the same fund.
    case fund
    /// Any sessions.
    case random
    /// Whatever stands in the way of one request that is not held.
    case admit
}

/// Chooses among neighbourhoods by how often each led to an accepted plan of late: adaptive large neighbourhood search
/// (Røpke and Pisinger 2006), with scores that fade.
struct NeighbourhoodChoice: Sendable {
    private var score = [Double](repeating: 1, count: Neighbourhood.allCases.count)
    private let parameters: SearchParameters
    /// What each came to so far.
    private(set) var tallies = [Tally](repeating: Tally(), count: Neighbourhood.allCases.count)

    /// How a plan was judged.
    enum Verdict: Sendable {
        case rejected, accepted, better, best
    }

    /// How often a neighbourhood was drawn, how often its plan was accepted, and how often that was a new best one.
    struct Tally: Sendable, Equatable {
        var (drawn, accepted, best) = (0, 0, 0)
    }

    init(_ parameters: SearchParameters) { self.parameters = parameters }

    /// Draws a neighbourhood, the successful ones more often; none ever dies out.
    func draw(_ random: inout RandomStream) -> Neighbourhood {
        let total = score.reduce(0) { $0 + $1 + parameters.scoreFloor }
        var left = random.unit() * total
        for neighbourhood in Neighbourhood.allCases {
            left -= score[neighbourhood.rawValue] + parameters.scoreFloor
            if left < 0 { return neighbourhood }
        }
        return .random
    }

    /// Rewards a neighbourhood: 0 for a rejected plan, up to 1 for a new best one.
    mutating func learn(_ neighbourhood: Neighbourhood, _ verdict: Verdict) {
        tallies[neighbourhood.rawValue].drawn += 1
        if verdict != .rejected { tallies[neighbourhood.rawValue].accepted += 1 }
        if verdict == .best { tallies[neighbourhood.rawValue].best += 1 }
        let reward =
            switch verdict {
            case .rejected: 0.0
            case .accepted: parameters.acceptedReward
            case .better: parameters.betterReward
            case .best: 1.0
            }
        score[neighbourhood.rawValue] += parameters.scoreFading * (reward - score[neighbourhood.rawValue])
    }
}
