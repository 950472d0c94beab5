/// How the steps of a counted solve are dealt out over epochs.
struct EpochCourse: Sendable {
    /// About how long each epoch takes, microseconds.
    let lengths: [Double]
    /// Search iterations of each epoch.
    let iterations: [Int]

    /// Microseconds that a week gets in all, unless it is small.
    private static let usual = 1_100_000.0
    /// Weeks with fewer columns than this get more, by the cube of the ratio: those of 10,000 can be proven in half a minute, those
    /// of 20,000 cannot, and nobody should wait ten seconds for the little that is gained there.
    private static let smallColumns = 30_000.0
    private static let longest = 30_000_000.0
    /// Decisions that an edit or three reach; where more are reached the steps grow in proportion, to so many times as many.
    private static let fewReached = 12.0
    private static let mostTimes = 12.0
    /// Epochs begin short, so that what one lane finds soon helps the other, and become longer as what is left is harder.
    private static let firstLength = 20_000.0
    private static let steadyLength = 120_000.0
    private static let longestLength = 2_000_000.0
    /// Epochs after which they become longer than steady.
    private static let steady = 14
    private static let growth = 1.3

    /// The course of a week of its size, or one with a given number of search iterations in all.
    /// - Parameter reached: Decisions of the baseline that edits reach.
    init(_ costs: StepCosts, work: Int?, reached: Int = 0) {
        let fewer = Self.smallColumns / Double(max(1, costs.columns))
        let times = min(Self.mostTimes, max(1, Double(reached) / Self.fewReached))
        let total = min(Self.longest, times * Self.usual * max(1, fewer * fewer * fewer))
        var left = work ?? max(1, Int(total / costs.iteration))
        var (length, lengths, iterations) = (Self.firstLength, [Double](), [Int]())
        while left > 0 {
            let count = min(left, max(1, Int(length / costs.iteration)))
            lengths.append(Double(count) * costs.iteration)
            iterations.append(count)
            left -= count
            let top = lengths.count < Self.steady ? Self.steadyLength : Self.longestLength
            length = min(top, length * Self.growth)
        }
        (self.lengths, self.iterations) = (lengths, iterations)
    }
}
