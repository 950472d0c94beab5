import Foundation

/// Classes of a colour scale: one for each value where there are few and whole ones, else about as many values in each,
/// with limits that are easy to read. The console has the same rule (`coverage-scale.js`).
public struct CoverageClasses: Sendable, Equatable {
    /// Classes at most, and shades to show them in.
    public static let most = 5

    /// What divides neighbouring classes, rising; a value that equals a limit belongs below it.
    public let limits: [Double]

    /// Classes for the values above 0 out of a list.
    public init(_ values: [Double]) {
        let sorted = values.filter { $0 > 0 }.sorted()
        guard let largest = sorted.last else {
            limits = []
            return
        }
        let different = sorted.reduce(into: [Double]()) { if $0.last != $1 { $0.append($1) } }
        if different.count <= Self.most, different.allSatisfy({ $0 == $0.rounded() }) {
            limits = different.dropLast()
            return
        }
        let quantiles = (1..<Self.most).map { Self.rounded(sorted[sorted.count * $0 / Self.most]) }
        limits = quantiles.reduce(into: []) { limits, limit in
            if limit < largest, limit > limits.last ?? 0 { limits.append(limit) }
        }
    }

    /// How many classes there are.
    public var count: Int { limits.count + 1 }

    /// The class of a value above 0, from 0 on; nil for 0.
    public func number(of value: Double) -> Int? {
        value > 0 ? limits.firstIndex { value <= $0 } ?? limits.count : nil
    }

    /// The shade of a class, from 0, the lightest, to 4: few classes are spread over the whole scale.
    public func shade(of number: Int) -> Int { count <= 1 ? 2 : number * (Self.most - 1) / (count - 1) }

    /// The shade of a value above 0; nil for 0.
    public func shade(of value: Double) -> Int? { number(of: value).map { shade(of: $0) } }

    /// The range of a class as people read it.
    public func range(of number: Int) -> String {
        let text = limits.map { NumberText.grouped($0, decimals: $0 < 1 ? 2 : 0) }
        if text.isEmpty { return "> 0" }
        if number == 0 { return "≤ \(text[0])" }
        return number == text.count ? "> \(text[number - 1])" : "\(text[number - 1])–\(text[number])"
    }

    /// Two significant digits, whole from 1 on.
    private static func rounded(_ value: Double) -> Double {
        let step = pow(10, floor(log10(value)) - 1)
        return value < 1 ? (value / step).rounded() * step : (value / max(1, step)).rounded() * max(1, step)
    }
}
