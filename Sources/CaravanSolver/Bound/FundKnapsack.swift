/// Which requests of one fund are held, and how dearly, so that the fund can pay for them all (H8) at the least reduced
/// cost: a multiple-choice knapsack, solved exactly by dynamic programming over units (Dudziński and Walukiewicz,
/// European Journal of Operational Research 28, 1987).
struct FundKnapsack: Sendable {
    let grid: FundGrid
    /// Number of the fund.
    var fund: Int { grid.fund }
    /// Units that each request of the fund charges besides venue and fees.
    private let own: [Int]
    /// What may be chosen for a request: units, points, and the level of the frontier, -1 for not holding it.
    private struct Choice {
        let units: Int
        let cost: Double
        let level: Int
    }
    private var choices: [[Choice]]
    /// The level of its frontier chosen for each request, -1 for not holding it.
    private(set) var levels: [Int]
    /// Least points of the first i requests within c units, at i × (capacity + 1) + c.
    private var least: [Double]

    init(_ grid: FundGrid, _ instance: Instance) {
        self.grid = grid
        own = grid.requests.map { grid.units(instance.requestYuan[$0]) }
        choices = Array(repeating: [], count: grid.requests.count)
        levels = Array(repeating: -1, count: grid.requests.count)
        least = Array(repeating: 0, count: (grid.requests.count + 1) * (grid.capacity + 1))
    }

    /// The least points of the last solution.
    var value: Double { least[least.count - 1] }

    private var width: Int { grid.capacity + 1 }

    /// Solves for the present frontiers; returns the least points, infinite where held requests cannot all be paid for.
    mutating func solve(_ frontiers: [ChargeFrontier], _ instance: Instance) -> Double {
        for position in grid.requests.indices {
            let request = grid.requests[position]
            let unheld = instance.mustHold[request] ? nil : instance.unheldCost[request]
            choose(position, frontiers[request], unheld)
            extend(position)
        }
        traceBack()
        return value
    }

    /// What is worth choosing: dearer in units only if cheaper in points.
    private mutating func choose(_ position: Int, _ frontier: ChargeFrontier, _ unheld: Double?) {
        choices[position].removeAll(keepingCapacity: true)
        var bar = Double.infinity
        if let unheld {
            choices[position].append(Choice(units: 0, cost: unheld, level: -1))
            bar = unheld
        }
        guard frontier.first <= frontier.last else { return }
        for level in frontier.first...frontier.last where frontier.cost[level] < bar {
            bar = frontier.cost[level]
            choices[position].append(Choice(units: own[position] + level, cost: bar, level: level))
        }
    }

    private mutating func extend(_ position: Int) {
        let (width, choices) = (width, choices[position])
        // Unchecked, since this is where most of the time goes: both rows lie within `least`, which has a row more than
        // there are requests, and every choice's units are below the width of a row.
        least.withUnsafeMutableBufferPointer { least in
            let before = UnsafeMutableBufferPointer(rebasing: least[position * width..<(position + 1) * width])
            let after = UnsafeMutableBufferPointer(rebasing: least[(position + 1) * width..<(position + 2) * width])
            after.update(repeating: .infinity)
            for choice in choices where choice.units < width {
                for c in 0..<width - choice.units {
                    let points = before[c] + choice.cost
                    after[c + choice.units] = points < after[c + choice.units] ? points : after[c + choice.units]
                }
            }
        }
    }

    /// Follows the recursion back to the choices that it rests on.
    private mutating func traceBack() {
        var c = grid.capacity
        for position in grid.requests.indices.reversed() {
            let goal = least[(position + 1) * width + c]
            let taken = choices[position].first {
                $0.units <= c && least[position * width + c - $0.units] + $0.cost == goal
            }
            levels[position] = taken?.level ?? -1
            c -= taken?.units ?? 0
        }
    }

    /// The least points of all other requests of the fund when one charges so many units, for each request and each
    /// number of units asked for. Call it after `solve`.
    /// - Parameter asked: Numbers of units, by position among the requests.
    func others(asked: [[Int]]) -> [[Int: Double]] {
        var after = [Double](repeating: 0, count: width)
        var results = [[Int: Double]](repeating: [:], count: asked.count)
        for position in grid.requests.indices.reversed() {
            for units in asked[position] where results[position][units] == nil {
                results[position][units] = join(position, after, leaving: grid.capacity - units)
            }
            var next = [Double](repeating: .infinity, count: width)
            for choice in choices[position] where choice.units < width {
                for c in choice.units..<width { next[c] = min(next[c], after[c - choice.units] + choice.cost) }
            }
            after = next
        }
        return results
    }

    private func join(_ position: Int, _ after: [Double], leaving room: Int) -> Double {
        guard room >= 0 else { return .infinity }
        var best = Double.infinity
        for c in 0...room { best = min(best, least[position * width + c] + after[room - c]) }
        return best
    }

    /// Units of a request whose venue and fees come to a level.
    func units(position: Int, level: Int) -> Int { own[position] + level }

    /// Work of one solution, in steps of about a nanosecond.
    var effort: Int { grid.requests.count * grid.capacity * 8 }
}
