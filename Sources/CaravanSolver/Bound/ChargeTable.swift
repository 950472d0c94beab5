/// Works out the cheapest session of one placement for every charge: venue, then members, each stage adding its units
/// (a knapsack recursion; Bellman 1957). Owns the buffers that this takes.
struct ChargeTable: Sendable {
    private static let width = ChargeFrontier.width
    /// Reduced cost by level after the stages so far.
    private(set) var cost = [Double](repeating: .infinity, count: width)
    private var next = [Double](repeating: .infinity, count: width)
    /// What each stage took to reach a level: one entry for a venue or single member, two for a pair.
    private var choice: [Int32] = []
    private var second: [Int32] = []
    private var cameFrom: [Int16] = []
    private var stages = 0
    /// The cheapest choice of a stage by its units, and the cheapest second one of the same units.
    private var option = [Double](repeating: .infinity, count: width)
    private var optionAt = [Int32](repeating: -1, count: width)
    private var runnerUp = [Double](repeating: .infinity, count: width)
    private var runnerUpAt = [Int32](repeating: -1, count: width)
    private var levels: [Int] = []

    /// Begins a placement at a reduced cost without venue and crew.
    mutating func begin(cost start: Double) {
        for level in cost.indices { cost[level] = .infinity }
        cost[0] = start
        stages = 0
    }

    /// Offers a choice for the present stage.
    mutating func offer(_ at: Int, units: Int, cost price: Double) {
        let level = min(units, Self.width - 1)
        if option[level] == .infinity { levels.append(level) }
        if price < option[level] {
            (runnerUp[level], runnerUpAt[level]) = (option[level], optionAt[level])
            (option[level], optionAt[level]) = (price, Int32(at))
        } else if price < runnerUp[level] {
            (runnerUp[level], runnerUpAt[level]) = (price, Int32(at))
        }
    }

    /// Ends a stage in which one choice is taken.
    mutating func takeOne() {
        beginStage()
        for level in levels { extend(by: level, option[level], optionAt[level], -1) }
        endStage()
    }

    /// Ends a stage in which two different choices are taken.
    mutating func takeTwo() {
        beginStage()
        for (position, a) in levels.enumerated() {
            if runnerUp[a] < .infinity { extend(by: 2 * a, option[a] + runnerUp[a], optionAt[a], runnerUpAt[a]) }
            for b in levels[(position + 1)...] { extend(by: a + b, option[a] + option[b], optionAt[a], optionAt[b]) }
        }
        endStage()
    }

    private mutating func beginStage() {
        for level in next.indices { next[level] = .infinity }
        let size = (stages + 1) * Self.width
        if choice.count < size {
            choice.append(contentsOf: repeatElement(-1, count: size - choice.count))
            second.append(contentsOf: repeatElement(-1, count: size - second.count))
            cameFrom.append(contentsOf: repeatElement(-1, count: size - cameFrom.count))
        }
    }

    private mutating func extend(by units: Int, _ price: Double, _ a: Int32, _ b: Int32) {
        for level in cost.indices where cost[level] < .infinity {
            let to = min(level + units, Self.width - 1)
            if cost[level] + price >= next[to] { continue }
            next[to] = cost[level] + price
            let at = stages * Self.width + to
            (choice[at], second[at], cameFrom[at]) = (a, b, Int16(level))
        }
    }

    private mutating func endStage() {
        swap(&cost, &next)
        stages += 1
        for level in levels {
            option[level] = .infinity
            runnerUp[level] = .infinity
        }
        levels.removeAll(keepingCapacity: true)
    }

    /// The choices that lead to a level, stages in order.
    func choices(at level: Int, into list: inout [Int32]) {
        list.removeAll(keepingCapacity: true)
        var level = level
        for stage in stride(from: stages - 1, through: 0, by: -1) {
            let at = stage * Self.width + level
            if second[at] >= 0 { list.append(second[at]) }
            list.append(choice[at])
            level = Int(cameFrom[at])
        }
        list.reverse()
    }
}
