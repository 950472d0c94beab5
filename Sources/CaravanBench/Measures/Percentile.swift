/// Percentiles by the nearest rank.
enum Percentile {
    /// The least value that at least that share of the values does not exceed; nil where there are none.
    static func of(_ values: some Sequence<Double>, _ share: Double) -> Double? {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return nil }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }
}
