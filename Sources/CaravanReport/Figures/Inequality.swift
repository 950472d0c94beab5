/// How unequally something is shared out.
enum Inequality {
    /// The Gini coefficient (C. Gini, Variabilità e mutabilità, 1912) of values of 0 or more, each of the same weight: 0
    /// where all are equal, close to 1 where one has everything. Nil where there is nothing to share out.
    static func gini(_ values: [Double]) -> Double? {
        let sum = values.reduce(0, +)
        guard sum > 0, sum.isFinite else { return nil }
        let count = Double(values.count)
        let weighted = values.sorted().enumerated().reduce(0.0) {
            $0 + (2 * Double($1.offset + 1) - count - 1) * $1.element
        }
        return max(0, weighted / (count * sum))
    }
}
