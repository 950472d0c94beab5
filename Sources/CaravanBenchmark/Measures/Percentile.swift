/// Percentiles by the nearest rank.
public enum Percentile {
    /// The least value that at least that share of the values does not exceed; nil where there are none.
    public static func of(_ values: some Sequence<Double>, _ share: Double) -> Double? {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return nil }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }
}
