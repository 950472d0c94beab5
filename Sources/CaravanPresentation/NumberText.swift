import CaravanCore

/// Numbers as people read them, the same in the terminal, on the report page and in the console (`figures.js`).
public enum NumberText {
    /// A number with exactly so many decimals and commas between thousands. Rounded half away from zero as the number is
    /// written: 1.005 becomes 1.01, though the nearest binary number is a little less.
    public static func grouped(_ value: Double, decimals: Int = 0) -> String {
        let scaled = shifted(value.magnitude, by: decimals).rounded()
        guard scaled < 1e15 else { return plainDecimal(value) }
        let units = String(Int(saturating: scaled))
        let digits = String(repeating: "0", count: max(0, decimals + 1 - units.count)) + units
        let isNegative = value < 0 && units != "0"
        return (isNegative ? "-" : "") + withCommas(digits.dropLast(decimals))
            + (decimals == 0 ? "" : "." + digits.suffix(decimals))
    }

    /// A count with commas between thousands.
    public static func count(_ value: Int) -> String { grouped(Double(value)) }

    /// A difference: with a plus where it rounds to more than 0.
    public static func signed(_ value: Double, decimals: Int = 1) -> String {
        let text = grouped(value, decimals: decimals)
        return value > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+" + text : text
    }

    /// A ratio as a percentage.
    public static func percent(_ ratio: Double, decimals: Int = 2) -> String {
        grouped(shifted(ratio, by: 2), decimals: decimals) + "%"
    }

    /// Seconds, with one decimal below a minute.
    public static func seconds(_ value: Double) -> String {
        if value < 60 { return "\(grouped(value, decimals: 1)) s" }
        let whole = Int(saturating: min(value, 1e9))
        let minutes = whole / 60 % 60
        return whole < 3600
            ? "\(minutes) min \(whole % 60) s" : "\(whole / 3600) h \(minutes) min"
    }

    /// The number times a power of ten, of its shortest decimal digits.
    private static func shifted(_ value: Double, by places: Int) -> Double {
        guard places > 0, value.isFinite else { return value }
        let parts = "\(value)".split(separator: "e")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        return Double("\(parts[0])e\(exponent + places)") ?? value
    }

    private static func withCommas(_ digits: Substring) -> String {
        let digits = Array(digits)
        return digits.indices.reduce(into: "") { text, at in
            if at > 0, (digits.count - at) % 3 == 0 { text.append(",") }
            text.append(digits[at])
        }
    }
}
