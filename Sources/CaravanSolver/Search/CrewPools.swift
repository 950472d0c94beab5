/// For each need of a request in a township the members that may fill its places, cheapest first at what money costs.
///
/// All starts in one township share a pool: who is away at a start is busy in `MemberDays`. The order is kept for a few
/// levels of money prices at once and mended when it is used, since prices change far less often than pools are asked.
struct CrewPools: Sendable {
    /// A member of a pool, with what it costs at one level, points with money priced.
    struct Entry: Sendable {
        let member: Int32
        /// Place in `points`.
        let at: Int32
        /// With a trip of its own to the township.
        var score: Double
        /// Without: it is at home, or goes there that day anyway.
        var scoreThere: Double
    }

    /// Points of each entry's member besides trips and money, in the order of the week.
    private(set) var points: [Double] = []
    /// The pool of each placement's first need; those of its further needs follow.
    private(set) var firstPool: [Int32]
    /// The entries of pool p at level l: `starts[p]..<starts[p + 1]`, plus l × their number.
    private var starts: [Int] = [0]
    private var entries: [Entry] = []
    /// Places to fill, request and township of each pool.
    private var counts: [Int] = []
    private var owners: [(request: Int32, township: Int32)] = []
    /// The least fees that the places of a pool can cost, yuan.
    private(set) var leastFees: [Double] = []

    /// By level × pools + pool: the prices that its order is made for, and the least that its places can cost when all
    /// have trips of their own, and when none has.
    private var madeFor: [Int32]
    private var least: [(score: Double, scoreThere: Double)]
    /// Counts changes of prices.
    private var edition: Int32 = 0
    private var prices: [Double]
    private let instance: Instance
    /// Whether there are pools for all placements; without them nobody can be picked.
    private(set) var isWhole = true

    /// Shares of the price of money at which orders are kept.
    static let levels: [Double] = [0, 0.3, 0.6, 0.8, 0.9, 1, 1.1, 1.25]
    /// The first level at which money costs all that it is worth.
    static let full = 5

    /// - Parameter deadline: When it is over before all pools are made, they are not whole.
    init(_ instance: Instance, deadline: Deadline = .never) {
        self.instance = instance
        prices = Array(repeating: 0, count: instance.fundLimit.count)
        firstPool = Array(repeating: 0, count: instance.placements.count)
        madeFor = []
        least = []
        var sharing = PoolSharing(instance)
        for range in instance.ofRequest where isWhole {
            var first = range.lowerBound
            while first < range.upperBound {
                if deadline.isOver {
                    isWhole = false
                    break
                }
                let township = instance.placements[first].township
                let last = (first..<range.upperBound).first { instance.placements[$0].township != township }
                let group = first..<(last ?? range.upperBound)
                if sharing.canShare(group) {
                    append(sharing.pools, for: group)
                } else {
                    for index in group { append(sharing.ownPools(index), for: index..<index + 1) }
                }
                first = group.upperBound
            }
        }
        let one = entries
        for _ in Self.levels.dropFirst() { entries += one }
        madeFor = Array(repeating: -1, count: counts.count * Self.levels.count)
        least = Array(repeating: (0, 0), count: madeFor.count)
    }

    private mutating func append(_ pools: [[MemberCandidate]], for placements: Range<Int>) {
        for index in placements { firstPool[index] = Int32(counts.count) }
        let it = instance.placements[placements.lowerBound]
        for (need, candidates) in pools.enumerated() {
            for candidate in candidates {
                entries.append(Entry(member: candidate.member, at: Int32(points.count), score: 0, scoreThere: 0))
                points.append(candidate.points)
            }
            let count = instance.tables.needCounts[Int(it.request)][need]
            counts.append(count)
            owners.append((it.request, it.township))
            starts.append(entries.count)
            leastFees.append(candidates.map { instance.tables.fee[Int($0.member)] }.sorted().prefix(count).reduce(0, +))
        }
    }

    /// Sets what money costs at level 1, points per yuan of each fund.
    mutating func price(money: [Double]) {
        prices = money
        edition += 1
    }

    /// Where the entries of a pool at a level stand, cheapest first as `score` has it.
    mutating func ordered(_ pool: Int, level: Int) -> Range<Int> {
        let (first, end) = (starts[pool] + level * points.count, starts[pool + 1] + level * points.count)
        if madeFor[level * counts.count + pool] != edition { order(pool, level, first..<end) }
        return first..<end
    }

    /// The least that the places of a pool can cost at a level.
    mutating func least(_ pool: Int, level: Int, ifVisited visited: Bool) -> Double {
        _ = ordered(pool, level: level)
        let it = least[level * counts.count + pool]
        return visited ? it.scoreThere : it.score
    }

    subscript(at: Int) -> Entry { entries[at] }

    private mutating func order(_ pool: Int, _ level: Int, _ range: Range<Int>) {
        let (request, township) = (Int(owners[pool].request), Int(owners[pool].township))
        let feePrice = prices[instance.tables.fund[request]] * Self.levels[level]
        let kmPrice =
            instance.tables.kmPoints + prices[instance.tables.travelFund] * Self.levels[level] * instance.tables.kmYuan
        var cheapest = Double.infinity
        for at in range {
            let member = Int(entries[at].member)
            let there = points[Int(entries[at].at)] + feePrice * instance.tables.fee[member]
            let isHome = Int(instance.tables.base[member]) == township
            entries[at].scoreThere = there
            entries[at].score = isHome ? there : there + kmPrice * instance.tables.tripKm(member, township)
            cheapest = min(cheapest, there)
        }
        sort(range)
        let count = min(counts[pool], range.count)
        let sum = entries[range.prefix(count)].reduce(0) { $0 + $1.score }
        least[level * counts.count + pool] = count == 0 ? (0, 0) : (sum, min(sum, Double(count) * cheapest))
        madeFor[level * counts.count + pool] = edition
    }

    /// Insertion sort: prices change little, so the order is nearly right.
    private mutating func sort(_ range: Range<Int>) {
        for i in range.dropFirst() {
            let it = entries[i]
            var j = i
            while j > range.lowerBound, entries[j - 1].score > it.score {
                entries[j] = entries[j - 1]
                j -= 1
            }
            entries[j] = it
        }
    }
}

/// Finds out whether the placements of a request in one township can share their pools of members: where each has just
/// those members of the whole that are not away.
private struct PoolSharing {
    private let instance: Instance
    /// The members of any of the placements, by need.
    private(set) var pools: [[MemberCandidate]] = []
    /// For each member the need it was last listed for, counted over all needs asked about.
    private var listed: [Int]
    private var needsAsked = 0

    init(_ instance: Instance) {
        self.instance = instance
        listed = Array(repeating: -1, count: instance.memberCount)
    }

    mutating func canShare(_ group: Range<Int>) -> Bool {
        pools.removeAll(keepingCapacity: true)
        let needs = instance.tables.needCounts[Int(instance.placements[group.lowerBound].request)].indices
        for need in needs {
            needsAsked += 1
            var pool: [MemberCandidate] = []
            for index in group {
                for at in instance.candidates(instance.placements[index], need: need) {
                    let candidate = instance.memberCandidates[at]
                    if listed[Int(candidate.member)] == needsAsked { continue }
                    listed[Int(candidate.member)] = needsAsked
                    pool.append(candidate)
                }
            }
            pools.append(pool)
        }
        return group.allSatisfy { index in needs.allSatisfy { isWhole(instance.placements[index], need: $0) } }
    }

    private func isWhole(_ placement: Placement, need: Int) -> Bool {
        let present = pools[need].count { candidate in
            let away = instance.week.members[Int(candidate.member)].away
            return !(placement.start..<placement.end).contains { away[Int($0)] }
        }
        return present == instance.candidates(placement, need: need).count
    }

    func ownPools(_ index: Int) -> [[MemberCandidate]] {
        let placement = instance.placements[index]
        return instance.tables.needCounts[Int(placement.request)].indices.map { need in
            Array(instance.memberCandidates[instance.candidates(placement, need: need)])
        }
    }
}
