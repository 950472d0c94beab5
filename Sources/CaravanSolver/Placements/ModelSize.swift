import CaravanCore

/// How large the model of one request is, or of several.
struct ModelSize: Sendable {
    /// Townships × starts.
    private(set) var placements = 0.0
    /// Venues of all placements.
    private(set) var venues = 0.0
    /// Members of all needs of all placements.
    private(set) var members = 0.0
    /// Coverage groups of all placements.
    private(set) var hits = 0.0
    /// Members that the search keeps in order for all starts of a township together.
    private(set) var pooled = 0.0

    /// Bytes that a solve takes for it at most, as measured on weeks of 1 to 70 million candidates.
    var bytes: Double { 280 * placements + 48 * venues + 72 * members + 36 * hits + 220 * pooled }

    /// Choices of a venue or a member, as the solver's statistics count them.
    var candidates: Double { venues + members }

    static func += (sum: inout ModelSize, other: ModelSize) {
        sum.placements += other.placements
        sum.venues += other.venues
        sum.members += other.members
        sum.hits += other.hits
        sum.pooled += other.pooled
    }

    fileprivate mutating func add(starts: Int, rooms: Int, members: Int, hits: Int) {
        let starts = Double(starts)
        placements += starts
        venues += starts * Double(rooms)
        self.members += starts * Double(members)
        self.hits += starts * Double(hits)
        pooled += Double(members)
    }
}

/// Reckons how large models become before anything is built: never too little, since what closed venues, absent members
/// and `after` rule out is not looked at.
struct ModelCount {
    private struct Reach: Hashable {
        let pool: Pool
        let skill: Name
        let level: Int
        let township: Int
    }

    private let week: Week
    private let decisions: Decisions
    private let pool: MemberIndex
    private let venuesIn: [[Int]]
    private let rules: [CoverageRule]
    private var reached: [Reach: Int] = [:]

    init(week: Week, decisions: Decisions) {
        self.week = week
        self.decisions = decisions
        pool = MemberIndex(week: week)
        var venuesIn = [[Int]](repeating: [], count: week.townships.count)
        for (v, venue) in week.venues.enumerated() { venuesIn[venue.township].append(v) }
        self.venuesIn = venuesIn
        rules = week.targets + week.caps
    }

    /// The size of a request's model.
    mutating func size(of request: Int) -> ModelSize {
        var size = ModelSize()
        let starts = starts(of: request)
        guard let first = starts.first else { return size }
        let demand = decisions.demands[request]
        for township in week.requests[request].townships where (demand?.township ?? township) == township {
            let rooms = venuesIn[township].count {
                week.suits(venue: $0, request: request) && (demand?.venue ?? $0) == $0
            }
            if rooms == 0 { continue }
            guard let members = members(request, township) else { continue }
            size.add(
                starts: starts.count, rooms: rooms, members: members, hits: hits(request, township, first))
        }
        return size
    }

    private func starts(of request: Int) -> [Int] {
        let it = week.requests[request]
        if let start = decisions.demands[request]?.start { return [start] }
        return (0..<week.calendar.count).filter { start in
            week.calendar.span(from: start, duration: it.duration).map(it.allows) ?? false
        }
    }

    /// Members that reach a township, need by need; nil where there are too few for one of them.
    private mutating func members(_ request: Int, _ township: Int) -> Int? {
        var sum = 0
        for need in week.requests[request].needs {
            let key = Reach(pool: need.pool, skill: need.skill, level: need.level, township: township)
            let count = reached[key] ?? pool.members(for: need, reaching: township).count
            reached[key] = count
            if count < need.count { return nil }
            sum += count
        }
        return sum
    }

    private func hits(_ request: Int, _ township: Int, _ start: Int) -> Int {
        rules.count { rule in
            rule.regards(.date)
                || week.group(of: rule, request: request, township: township, start: start) != nil
        }
    }
}

extension LargeModel {
    /// Requests that are named.
    private static let named = 5

    init(_ sizes: [(request: Int, size: ModelSize)], of week: Week, memory: Int) {
        bytes = sizes.reduce(0) { $0 + $1.size.bytes }
        self.memory = memory
        requests = sizes.count
        let order = sizes.sorted { (-$0.size.bytes, $0.request) < (-$1.size.bytes, $1.request) }
        heaviest = order.prefix(Self.named).map { request, size in
            let it = week.requests[request]
            return Part(
                request: it.id, title: it.title, townships: it.townships.count, placements: size.placements,
                choices: size.candidates, bytes: size.bytes)
        }
    }
}

extension Decisions {
    /// Refuses a week whose model would not fit.
    /// - Parameter requests: Those that get all their placements.
    /// - Throws: `SolveError.tooLarge`.
    func requireRoom(_ memory: Int, for requests: some Sequence<Int>, in week: Week) throws(SolveError) {
        var count = ModelCount(week: week, decisions: self)
        let sizes = requests.map { (request: $0, size: count.size(of: $0)) }
        let bytes = sizes.reduce(0) { $0 + $1.size.bytes }
        if bytes > Double(memory) { throw .tooLarge(LargeModel(sizes, of: week, memory: memory)) }
    }
}
