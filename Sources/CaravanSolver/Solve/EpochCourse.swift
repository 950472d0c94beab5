/// How the steps of a counted solve are dealt out over epochs.
struct EpochCourse: Sendable {
    /// About how long each epoch takes, microseconds.
    let lengths: [Double]
    /// Search iterations of each epoch.
    let iterations: [Int]

    /// The course of a week of its size, or one with a given number of search iterations in all.
    /// - Parameter reached: Decisions of the baseline that edits reach.
    init(_ costs: StepCosts, _ parameters: TurnParameters = TurnParameters(), work: Int?, reached: Int = 0) {
        let fewer = parameters.smallColumns / Double(max(1, costs.columns))
        let times = parameters.times(reached: reached)
        let total = min(parameters.mostEffort, times * parameters.effort * max(1, fewer * fewer * fewer))
        // More steps come in longer epochs, or programs over all that is left would begin again and again and never end.
        let growth = parameters.epochGrowth * times.squareRoot().squareRoot()
        let steady = min(parameters.longestEpoch, times * parameters.steadyEpoch)
        var left = work ?? max(1, Int(total / costs.iteration))
        var (length, lengths, iterations) = (parameters.firstEpoch, [Double](), [Int]())
        while left > 0 {
            let count = min(left, max(1, Int(length / costs.iteration)))
            lengths.append(Double(count) * costs.iteration)
            iterations.append(count)
            left -= count
            let top = lengths.count < parameters.steadyEpochs ? steady : parameters.longestEpoch
            length = min(top, length * growth)
        }
        (self.lengths, self.iterations) = (lengths, iterations)
    }
}
