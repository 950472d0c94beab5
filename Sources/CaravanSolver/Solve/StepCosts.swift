/// About how long the steps of a solve take on a week, in microseconds of one core as measured. A counted solve shares its
/// steps among the workers by these, so that neither waits long for the other; nothing else hangs on how true they are.
struct StepCosts: Sendable {
    /// One iteration of the search.
    let iteration: Double
    /// One round of the ascent with the limits of funds priced.
    let round: Double
    /// One round with the limits of funds kept as knapsacks.
    let knapsackRound: Double
    /// Columns of the plain program, about.
    let columns: Int

    init(_ instance: Instance) {
        self.init(
            columns: IntegerProgram.size(of: instance),
            candidates: instance.venueCandidates.count + instance.memberCandidates.count)
    }

    /// - Parameters:
    ///   - columns: Columns of the plain program.
    ///   - candidates: Venues and members of all placements.
    init(columns: Int, candidates: Int) {
        self.columns = columns
        let candidates = Double(candidates)
        iteration = 40 + 0.0005 * candidates
        round = 40 + 0.03 * candidates
        knapsackRound = 200 + 0.09 * candidates
    }

    /// Simplex iterations that a program of so many columns does in so many microseconds.
    static func pivots(in microseconds: Double, columns: Int) -> Int {
        max(1, Int((microseconds - building(columns)) / pivot(columns)))
    }

    /// Microseconds of a program.
    static func program(pivots: Int, columns: Int) -> Double {
        building(columns) + Double(pivots) * pivot(columns)
    }

    private static func building(_ columns: Int) -> Double { 500 + 4 * Double(columns) }

    private static func pivot(_ columns: Int) -> Double { 15 + 0.08 * Double(columns) }
}
