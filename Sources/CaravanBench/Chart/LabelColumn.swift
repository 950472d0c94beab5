/// Labels one below the other beside what they name, moved apart where they would overlap.
enum LabelColumn {
    /// - Parameters:
    ///   - wanted: Where each label would best be, pixels.
    ///   - distance: The least distance of two labels.
    ///   - range: Where labels may be, if there is room enough.
    /// - Returns: Where each label is, in the order given.
    static func places(_ wanted: [Double], distance: Double, within range: ClosedRange<Double>) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var places = wanted
        var lowest = range.lowerBound
        for label in order {
            places[label] = max(wanted[label], lowest)
            lowest = places[label] + distance
        }
        var highest = range.upperBound
        for label in order.reversed() {
            places[label] = min(places[label], highest)
            highest = places[label] - distance
        }
        return places
    }
}
