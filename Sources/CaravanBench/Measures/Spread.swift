/// Median and range of a figure over several weeks.
struct Spread: Sendable, Equatable {
    /// The middle value, or the mean of the two in the middle.
    let median: Double
    /// The smallest.
    let least: Double
    /// The largest.
    let most: Double
    /// How many there are.
    let count: Int

    /// Nil where there are no values.
    init?(_ values: some Sequence<Double>) {
        let sorted = values.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        let half = sorted.count / 2
        median = sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
        (least, most, count) = (first, last, sorted.count)
    }
}
