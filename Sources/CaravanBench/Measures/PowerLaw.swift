import Foundation

/// A cost that grows with a power of the size: cost = factor · size^exponent, fitted by least squares on the logarithms
/// of both.
struct PowerLaw: Sendable, Equatable {
    /// The power; 1 is proportional.
    let exponent: Double
    /// The cost at size 1.
    let factor: Double

    /// Nil where there are not two different sizes with positive figures.
    init?(_ samples: [(size: Double, cost: Double)]) {
        let logs = samples.filter { $0.size > 0 && $0.cost > 0 }.map { (x: log($0.size), y: log($0.cost)) }
        guard !logs.isEmpty else { return nil }
        let count = Double(logs.count)
        let (x, y) = (logs.map(\.x).reduce(0, +) / count, logs.map(\.y).reduce(0, +) / count)
        let variance = logs.map { ($0.x - x) * ($0.x - x) }.reduce(0, +)
        guard variance > 1e-12 else { return nil }
        exponent = logs.map { ($0.x - x) * ($0.y - y) }.reduce(0, +) / variance
        factor = exp(y - exponent * x)
    }
}
