import CaravanCore
import Foundation

/// An axis: where values lie on the image, and which of them are marked.
struct ChartAxis {
    /// How values are spread.
    enum Kind { case linear, logarithmic }

    let kind: Kind
    /// The smallest and the largest value.
    let values: ClosedRange<Double>
    /// Pixels of the smallest and of the largest value.
    let pixels: (Double, Double)

    /// The pixel of a value; values beyond the axis lie at its ends.
    func pixel(_ value: Double) -> Double {
        let value = min(max(value, values.lowerBound), values.upperBound)
        let share =
            switch kind {
            case .linear: (value - values.lowerBound) / (values.upperBound - values.lowerBound)
            case .logarithmic: log(value / values.lowerBound) / log(values.upperBound / values.lowerBound)
            }
        return pixels.0 + share * (pixels.1 - pixels.0)
    }

    /// Values to mark with their text.
    var ticks: [(value: Double, text: String)] {
        switch kind {
        case .linear: linearTicks.map { ($0, FigureText.whole($0)) }
        case .logarithmic: logarithmicTicks.map { ($0, plainDecimal($0)) }
        }
    }

    /// Four to ten values at steps of 1, 2 or 5 times a power of ten.
    private var linearTicks: [Double] {
        let span = values.upperBound - values.lowerBound
        let power = pow(10, floor(log10(span / 5)))
        let step = ([1, 2, 5].map { $0 * power }.last { span / $0 >= 4 }) ?? power
        let first = Int((values.lowerBound / step).rounded(.up))
        return (first...max(first, Int((values.upperBound / step).rounded(.down)))).map { Double($0) * step }
    }

    /// 1, 3 and 10 times powers of ten.
    private var logarithmicTicks: [Double] {
        (-3...5).flatMap { power in [1, 3].map { Self.product($0, power) } }.filter {
            values.contains($0) || abs($0 / values.lowerBound - 1) < 1e-9
        }
    }

    /// mantissa · 10^exponent, the decimal fraction and not its neighbour.
    private static func product(_ mantissa: Double, _ exponent: Int) -> Double {
        exponent < 0 ? mantissa / pow(10, Double(-exponent)) : mantissa * pow(10, Double(exponent))
    }
}
