import CaravanCore

/// How figures are shown in tables; `-` for what is unknown.
enum FigureText {
    /// `26,924`: points, requests and the like.
    static func whole(_ value: Double) -> String {
        let digits = fixedDecimal(value.magnitude.rounded(), places: 0)
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            digits.dropLast(digits.count - end).suffix(3)
        }
        return (value.rounded() < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }

    /// `3.21 %` for 0.0321.
    static func percent(_ value: Double) -> String { fixedDecimal(value * 100, places: 2) + " %" }

    /// `+3.21 %`, `-3.21 %`.
    static func signedPercent(_ value: Double) -> String { (value > 0 ? "+" : "") + percent(value) }

    /// `0.031`, `3.14`, `31.4`: seconds and other small figures with three digits that count.
    static func seconds(_ value: Double) -> String {
        fixedDecimal(value, places: value < 1 ? 3 : value < 10 ? 2 : 1)
    }

    /// A number of seconds as people typed it: `10`, `2.5`.
    static func moment(_ value: Double) -> String { plainDecimal(value) }

    /// A figure that may be unknown.
    static func shown(_ value: Double?, _ text: (Double) -> String) -> String { value.map(text) ?? "-" }

    /// `3.21 % (2.90 %–4.52 %)`: median and range; the figure alone where there is one, and how many of the weeks have it
    /// where not all do.
    static func shown(_ values: [Double?], _ text: (Double) -> String) -> String {
        guard let spread = Spread(values.compactMap(\.self)) else { return "-" }
        let dash = spread.least < 0 ? " to " : "–"
        let range = spread.count > 1 ? " (\(text(spread.least))\(dash)\(text(spread.most)))" : ""
        let share = spread.count < values.count ? ", \(spread.count) of \(values.count)" : ""
        return text(spread.median) + range + share
    }
}
