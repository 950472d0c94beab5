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
    fileprivate struct Choice: Sendable {
        let units: Int
        let cost: Double
        let level: Int
    }

    /// A solution.
    struct Filling: Sendable {
        /// The level of its frontier chosen for each request, -1 for not holding it.
        fileprivate(set) var levels: [Int]
        fileprivate var choices: [[Choice]]
        /// Least points of the first i requests within c units, by i and c.
        fileprivate var least: [Double]

        /// Its points; infinite where held requests cannot all be paid for.
        var value: Double { least[least.count - 1] }
    }

    /// Request and units.
    private let cells: Grid

    init(_ grid: FundGrid, _ instance: Instance) {
        self.grid = grid
        own = grid.requests.map { grid.units(instance.tables.requestYuan[$0]) }
        cells = Grid(grid.requests.count + 1, by: grid.capacity + 1)
    }

    /// The least points.
    func filling(_ frontiers: [ChargeFrontier], _ instance: Instance) -> Filling {
        let choices = grid.requests.enumerated().map { position, request in
            self.choices(position, frontiers[request], instance.mustHold[request] ? nil : instance.unheldCost[request])
        }
        let least = [Double](unsafeUninitializedCapacity: cells.count) { least, count in
            UnsafeMutableBufferPointer(rebasing: least[cells[0]]).initialize(repeating: 0)
            for position in choices.indices { extend(&least, position, choices[position]) }
            count = cells.count
        }
        var filling = Filling(levels: Array(repeating: -1, count: choices.count), choices: choices, least: least)
        traceBack(&filling)
        return filling
    }

    /// What is worth choosing: dearer in units only if cheaper in points.
    private func choices(_ position: Int, _ frontier: ChargeFrontier, _ unheld: Double?) -> [Choice] {
        var choices: [Choice] = []
        var bar = Double.infinity
        if let unheld {
            choices.append(Choice(units: 0, cost: unheld, level: -1))
            bar = unheld
        }
        guard frontier.first <= frontier.last else { return choices }
        for level in frontier.first...frontier.last where frontier.cost[level] < bar {
            bar = frontier.cost[level]
            choices.append(Choice(units: own[position] + level, cost: bar, level: level))
        }
        return choices
    }

    /// Unchecked, since this is where most of the time goes: both rows lie within `least`, which has a row more than
    /// there are requests, and every choice's units are below the width of a row.
    private func extend(_ least: inout UnsafeMutableBufferPointer<Double>, _ position: Int, _ choices: [Choice]) {
        let before = UnsafeMutableBufferPointer(rebasing: least[cells[position]])
        let after = UnsafeMutableBufferPointer(rebasing: least[cells[position + 1]])
        after.initialize(repeating: .infinity)
        for choice in choices where choice.units < cells.width {
            for c in 0..<cells.width - choice.units {
                let points = before[c] + choice.cost
                after[c + choice.units] = points < after[c + choice.units] ? points : after[c + choice.units]
            }
        }
    }

    /// Follows the recursion back to the choices that it rests on.
    private func traceBack(_ filling: inout Filling) {
        var c = grid.capacity
        for position in grid.requests.indices.reversed() {
            let goal = filling.least[cells[position + 1, c]]
            let taken = filling.choices[position].first {
                $0.units <= c && filling.least[cells[position, c - $0.units]] + $0.cost == goal
            }
            filling.levels[position] = taken?.level ?? -1
            c -= taken?.units ?? 0
        }
    }

    /// The least points of all other requests of the fund when one charges so many units, for each request and each
    /// number of units asked for.
    /// - Parameter asked: Numbers of units, by position among the requests.
    func others(than filling: Filling, asked: [[Int]]) -> [[Int: Double]] {
        var after = [Double](repeating: 0, count: cells.width)
        var results = [[Int: Double]](repeating: [:], count: asked.count)
        for position in grid.requests.indices.reversed() {
            let before = filling.least[cells[position]]
            for units in asked[position] where results[position][units] == nil {
                results[position][units] = Self.join(before, after, leaving: grid.capacity - units)
            }
            var next = [Double](repeating: .infinity, count: cells.width)
            for choice in filling.choices[position] where choice.units < cells.width {
                for c in choice.units..<cells.width { next[c] = min(next[c], after[c - choice.units] + choice.cost) }
            }
            after = next
        }
        return results
    }

    private static func join(_ before: ArraySlice<Double>, _ after: [Double], leaving room: Int) -> Double {
        guard room >= 0 else { return .infinity }
        var best = Double.infinity
        for c in 0...room { best = min(best, before[before.startIndex + c] + after[room - c]) }
        return best
    }

    /// Units of a request whose venue and fees come to a level.
    func units(position: Int, level: Int) -> Int { own[position] + level }

    /// Work of one solution, in steps of about a nanosecond.
    var effort: Int { grid.requests.count * grid.capacity * 8 }
}
