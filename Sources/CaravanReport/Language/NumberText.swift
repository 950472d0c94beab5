import CaravanCore

/// Numbers as people read them.
enum NumberText {
    /// A number with so many decimals and commas between thousands.
    static func grouped(_ value: Double, decimals: Int = 0) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return plainDecimal(value) }
        let text =
            decimals == 0
            ? String(Int(saturating: value.magnitude.rounded())) : fixedDecimal(value.magnitude, places: decimals)
        let whole = text.prefix { $0 != "." }
        let isNegative = value < 0 && text.contains { $0 != "0" && $0 != "." }
        return (isNegative ? "-" : "") + withCommas(whole) + text.dropFirst(whole.count)
    }

    /// A count with commas between thousands.
    static func count(_ value: Int) -> String { grouped(Double(value)) }

    /// A ratio as a percentage.
    static func percent(_ ratio: Double, decimals: Int = 1) -> String { grouped(ratio * 100, decimals: decimals) + "%" }

    private static func withCommas(_ digits: Substring) -> String {
        let digits = Array(digits)
        return digits.indices.reduce(into: "") { text, at in
            if at > 0, (digits.count - at) % 3 == 0 { text.append(",") }
            text.append(digits[at])
        }
    }
}
