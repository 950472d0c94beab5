/// Runs the search until the solve is over, in slices short enough that a stop is felt at once.
struct SearchWorker {
    let board: Board
    private let part: Part
    private let deadline: Deadline
    private var parameters: TurnParameters { board.parameters.tuning.turns }
    private var search: Search
    private var seen = 0
    /// When the last plan was handed in, and how long that took, seconds.
    private var offered = (at: 0.0, took: 0.0)
    /// What the board knows of: iterations, and what each neighbourhood came to.
    private var counted: (iterations: Int, tallies: [NeighbourhoodChoice.Tally])
    /// Whether there is a better plan than the one handed in last.
    private var hasNews = false

    /// - Parameter number: 0 for the first search of a solve; further ones draw otherwise.
    /// - Parameter part: What its plans are credited to.
    /// - Parameter deadline: Until when it is made ready; nil: until the solve is over.
    init(_ board: Board, number: Int = 0, as part: Part = .search, deadline: Deadline? = nil) {
        self.board = board
        self.part = part
        let deadline = deadline ?? board.deadline
        self.deadline = deadline
        let spread = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
        search = Search(
            board.instance, board.parameters.tuning.search, seed: board.parameters.seed &+ spread, deadline: deadline)
        counted = (0, search.tallies)
    }

    /// The first plan.
    mutating func construct(from sessions: [Assignment]) {
        // What construction makes of it is mostly better, but nothing promises so.
        if !sessions.isEmpty { board.offer(Schedule(board.instance, holding: sessions), by: .construction) }
        search.construct(from: sessions, until: deadline)
        board.offer(search.best, by: .construction)
    }

    /// Searches until the solve is over, or for some seconds.
    /// - Parameter share: How much of the time that is left is the search's.
    mutating func run(seconds: Double = .infinity, share: Double = 1) {
        run(until: board.clock.seconds + seconds, share: share, coldBy: .infinity)
    }

    /// Searches for some seconds near the best plan: from a lukewarm start, which most of the plan survives, until it is cold.
    mutating func polish(seconds: Double) {
        exchange()
        search.restart(warmth: parameters.lukewarm)
        let end = board.clock.seconds + seconds
        run(until: end, share: 1, coldBy: end)
    }

    /// - Parameter coldBy: When the search has to be cold, if that is before the end of the solve.
    private mutating func run(until end: Double, share: Double, coldBy: Double) {
        guard search.isReady else { return }
        var slice = 1
        while board.ending == nil, board.clock.seconds < end {
            exchange()
            let before = board.clock.seconds
            hasNews = search.run(slice) || hasNews
            offer()
            if let elite = search.takeElite() { board.pool(elite) }
            board.tell()
            let took = max(board.clock.seconds - before, 1e-5)
            let perSecond = Double(slice) / took
            let coldIn = min(share * board.clock.secondsLeft, coldBy - board.clock.seconds)
            if coldIn.isFinite { search.expect(iterations: Int(perSecond * coldIn)) }
            slice = max(1, min(slice * 2, Int(perSecond * parameters.searchSlice)))
        }
        offer(atOnce: true)
        count()
    }

    /// Adds to the statistics what was done since the last time.
    private mutating func count() {
        board.count("iterations", Double(search.iterations - counted.iterations))
        for (neighbourhood, (before, now)) in zip(Neighbourhood.allCases, zip(counted.tallies, search.tallies)) {
            board.count("\(neighbourhood) ruins", Double(now.drawn - before.drawn))
            board.count("\(neighbourhood) ruins accepted", Double(now.accepted - before.accepted))
            board.count("\(neighbourhood) ruins best", Double(now.best - before.best))
        }
        counted = (search.iterations, search.tallies)
    }

    /// Hands in a better plan, though not so often that it takes much of the time.
    private mutating func offer(atOnce: Bool = false) {
        guard hasNews, atOnce || board.clock.seconds >= offered.at + parameters.offerPause * offered.took else {
            return
        }
        let began = board.clock.seconds
        board.offer(search.best, by: part)
        hasNews = false
        offered = (board.clock.seconds, board.clock.seconds - began)
    }

    /// Searches a given number of iterations of those that are left in all, whatever the time: the result depends on
    /// nothing else.
    /// - Returns: false where it was broken off by a stop or by `isOver`.
    mutating func search(_ count: Int, of total: Int, isOver: () -> Bool) -> Bool {
        guard search.isReady else { return false }
        search.expect(iterations: total)
        var left = count
        while left > 0 {
            if board.control.isStopped || isOver() { return false }
            let slice = min(left, parameters.countedSlice)
            hasNews = search.run(slice) || hasNews
            left -= slice
        }
        return true
    }

    /// Hands in what a counted search found.
    mutating func handIn() {
        if hasNews { board.offer(search.best, by: part) }
        hasNews = false
        if let elite = search.takeElite() { board.pool(elite) }
        count()
    }

    /// Takes over what others found.
    mutating func exchange() {
        if let prices = board.prices { search.adopt(prices) }
        guard let incumbent = board.incumbent, incumbent.serial != seen else { return }
        seen = incumbent.serial
        if incumbent.objective < search.record.objective - Tolerance.betterPlan || search.record.missing > 0 {
            search.adopt(Schedule(board.instance, holding: incumbent.assignments))
        }
    }
}
