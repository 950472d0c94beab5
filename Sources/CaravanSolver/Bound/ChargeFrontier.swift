/// The cheapest sessions of one request by what they charge its fund: for each number of units a reduced cost in points
/// and the session that has it.
struct ChargeFrontier: Sendable {
    /// Levels of units above the request's own cost; what charges more counts as the last, which only lowers a bound.
    static let width = 96

    /// Reduced cost by level; infinite where no session charges so much.
    private(set) var cost = [Double](repeating: .infinity, count: width)
    private(set) var placement = [Int32](repeating: -1, count: width)
    private(set) var venueCandidate = [Int32](repeating: -1, count: width)
    /// Positions in `Instance.memberCandidates`, by level × places + place.
    private(set) var crew: [Int32]
    private let places: Int
    /// The least level in use.
    private(set) var first = width
    private(set) var last = -1

    init(places: Int) {
        self.places = places
        crew = Array(repeating: -1, count: places * Self.width)
    }

    /// Forgets all sessions.
    mutating func clear() {
        if first <= last { for level in first...last { cost[level] = .infinity } }
        (first, last) = (Self.width, -1)
    }

    /// Whether sessions that charge no less and cost no less than this are of no use.
    func dominates(level: Int, cost bar: Double) -> Bool {
        if first > level { return false }
        for at in first...min(level, last) where cost[at] <= bar { return true }
        return false
    }

    /// Takes up a session.
    mutating func add(
        level: Int, cost price: Double, placement index: Int, venue: Int32, crew members: some Collection<Int32>
    ) {
        cost[level] = price
        placement[level] = Int32(index)
        venueCandidate[level] = venue
        for (place, at) in members.enumerated() { crew[level * places + place] = at }
        first = min(first, level)
        last = max(last, level)
    }

    /// The crew of the session at a level.
    func crew(at level: Int) -> ArraySlice<Int32> { crew[level * places..<(level + 1) * places] }
}
