import GLPK

/// The master program over some whole sessions: a column for each, with the rows of the Lagrangian relaxation (see
/// `docs/formulation.md`), the trip rows among them. Rows that these sessions cannot break are left out.
///
/// As a linear program it gives prices (`ColumnGeneration`), as an integer program the best plan that can be made of these
/// sessions (`RestrictedMaster`); rows for the way between two sessions (H6) belong to the latter alone.
struct SessionMaster: Sendable {
    /// What a column of the program stands for.
    enum Column: Hashable, Sendable {
        case unheld(Int)
        case session(SessionColumn)
        case trip(Int32)
        case slack(Int)
    }

    /// What a row of the program is for.
    enum Row: Hashable, Sendable {
        case once(Int)
        /// A row of `table`.
        case rule(Int)
        /// A trip serves one session a slot; the slot counts within the date.
        case slot(trip: Int32, Int)
        /// A trip serves one session of a request.
        case request(trip: Int32, Int)
        /// A trip serves so many sessions.
        case each(trip: Int32)
        /// H6, numbered.
        case way(Int)
    }

    /// A trip that some of the sessions take.
    struct Trip: Sendable {
        let number: Int32
        /// The request that alone takes it, whose sessions pay for it then.
        let sole: Int?
        let points: Double
        let yuan: Double
    }

    /// An entry of a rule's row.
    struct Entry {
        let row: Int
        let column: Int32
        let value: Double
    }

    /// A session that takes a trip.
    struct Use {
        let trip: Int32
        let session: Int
    }

    let instance: Instance
    let table: RowTable
    let sessions: [SessionColumn]
    /// The trip that each of `Instance.memberCandidates` takes, -1 for none.
    let tripNumbers: [Int32]
    var program = LinearProgram()
    var columns: [Column] = []
    var rows: [Row] = []
    private(set) var trips: [Trip] = []
    /// Targets' groups that none of the sessions counts towards: each unit is worth all of its weight.
    var unreached: [Int] = []
    /// Marks requests while they are counted.
    var stamps: [Int]
    var stamp = 0

    /// - Parameters:
    ///   - pricing: Gives rows and what placements cost by themselves.
    ///   - trips: Gives the numbers of trips and how far they are.
    ///   - isInteger: Whether it is to find plans: whole sessions, H6 kept.
    init(_ pricing: Pricing, _ trips: TripShares, sessions: [SessionColumn], isInteger: Bool = false) {
        instance = pricing.instance
        table = pricing.rows
        self.sessions = sessions
        tripNumbers = trips.trip
        stamps = Array(repeating: 0, count: instance.requestCount)
        program.constant = instance.constant
        let uses = Self.uses(trips, sessions)
        var fares = [(points: Double, yuan: Double)](repeating: (0, 0), count: sessions.count)
        let shared = settleTrips(uses, trips, &fares)
        addDecisions(pricing, fares, isInteger)
        var entries = ruleEntries(fares)
        for range in shared { addTrip(uses[range], trips, &entries) }
        addOnceRows()
        addRuleRows(&entries)
        addCoverRows()
        if isInteger { addWays() }
    }

    /// Column of a session by its position.
    func column(_ session: Int) -> Int { instance.requestCount + session }

    func request(_ session: Int) -> Int { instance.request(of: sessions[session]) }

    func placement(_ session: Int) -> Placement { instance.placements[Int(sessions[session].placement)] }

    private static func uses(_ trips: TripShares, _ sessions: [SessionColumn]) -> [Use] {
        var uses: [Use] = []
        for (number, session) in sessions.enumerated() {
            for at in session.crew where trips.trip[Int(at)] >= 0 {
                uses.append(Use(trip: trips.trip[Int(at)], session: number))
            }
        }
        return uses.sorted { ($0.trip, $0.session) < ($1.trip, $1.session) }
    }

    /// Has the sessions of a request that alone takes a trip pay for it.
    /// - Returns: The uses of each trip that several requests take.
    private mutating func settleTrips(
        _ uses: [Use], _ shares: TripShares, _ fares: inout [(points: Double, yuan: Double)]
    ) -> [Range<Int>] {
        var shared: [Range<Int>] = []
        var first = 0
        while first < uses.count {
            let number = uses[first].trip
            let end = uses[first...].firstIndex { $0.trip != number } ?? uses.count
            let km = shares.fullLength(of: Int(number))
            let (points, yuan) = (km * instance.tables.kmPoints, km * instance.tables.kmYuan)
            let owner = request(uses[first].session)
            let isShared = uses[first..<end].contains { request($0.session) != owner }
            trips.append(Trip(number: number, sole: isShared ? nil : owner, points: points, yuan: yuan))
            if isShared {
                shared.append(first..<end)
            } else {
                for use in uses[first..<end] {
                    fares[use.session].points += points
                    fares[use.session].yuan += yuan
                }
            }
            first = end
        }
        return shared
    }

    private mutating func addDecisions(
        _ pricing: Pricing, _ fares: [(points: Double, yuan: Double)], _ isInteger: Bool
    ) {
        for request in 0..<instance.requestCount {
            add(
                .unheld(request), cost: instance.unheldCost[request], upper: instance.mustHold[request] ? 0 : 1,
                isInteger)
        }
        for (number, session) in sessions.enumerated() {
            var cost = pricing.placementCost[Int(session.placement)] + fares[number].points
            cost += instance.venueCandidates[Int(session.room)].points
            for at in session.crew { cost += instance.memberCandidates[Int(at)].points }
            add(.session(session), cost: cost, upper: 1, isInteger)
        }
    }

    mutating func add(_ column: Column, cost: Double, upper: Double = .infinity, _ isInteger: Bool = false) {
        program.addColumn(cost: cost, upper: upper, isInteger: isInteger)
        columns.append(column)
    }

    mutating func add(_ row: Row, _ terms: SparseRow, lower: Double = -.infinity, upper: Double) {
        program.addRow(lower: lower, upper: upper, columns: terms.columns, values: terms.values)
        rows.append(row)
    }

    /// Whether more requests take part than are allowed to: otherwise a row binds nothing.
    mutating func exceeds(_ most: Double, _ requests: some Sequence<Int>) -> Bool {
        stamp += 1
        var count = 0.0
        for request in requests where stamps[request] != stamp {
            stamps[request] = stamp
            count += 1
            if count > most { return true }
        }
        return false
    }
}
