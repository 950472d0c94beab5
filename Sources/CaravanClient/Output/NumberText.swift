import CaravanCore

/// Numbers as people read them.
enum NumberText {
    /// A number with so many decimals and commas between thousands.
    static func grouped(_ value: Double, decimals: Int = 0) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return plainDecimal(value) }
        let scale = decimals == 0 ? 1.0 : decimals == 1 ? 10 : 100
        let units = (value.magnitude * scale).rounded()
        let whole = Int(saturating: units / scale)
        let fraction = Int(saturating: units) - whole * Int(scale)
        let digits = String(fraction)
        let tail = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals - digits.count) + digits
        return (value < 0 && units > 0 ? "-" : "") + grouped(whole) + tail
    }

    /// A ratio as a percentage with two decimals.
    static func percent(_ ratio: Double) -> String { "\(grouped(ratio * 100, decimals: 2)) %" }

    /// Seconds, with one decimal below a minute.
    static func seconds(_ value: Double) -> String {
        if value < 60 { return "\(grouped(value, decimals: 1)) s" }
        let whole = Int(saturating: min(value, 1e9))
        let minutes = whole / 60 % 60
        return whole < 3600
            ? "\(minutes) min \(whole % 60) s" : "\(whole / 3600) h \(minutes) min"
    }

    private static func grouped(_ whole: Int) -> String {
        let digits = Array(String(whole))
        return digits.indices.reduce(into: "") { text, at in
            if at > 0, (digits.count - at) % 3 == 0 { text.append(",") }
            text.append(digits[at])
        }
    }
}
