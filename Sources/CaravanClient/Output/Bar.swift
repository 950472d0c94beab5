import CaravanCore

/// Numbers as bars of the terminal.
enum Bar {
    /// Columns of the longest bar.
    static let width = 20
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// A bar whose length is to `width` as a value is to the largest one; a trace for a value that is small, nothing for 0.
    static func text(_ value: Double, of largest: Double) -> String {
        guard value > 0, largest > 0, value.isFinite else { return "" }
        let units = max(1, Int(saturating: (min(1, value / largest) * Double(width * 8)).rounded()))
        return String(repeating: "█", count: units / 8) + eighths[units % 8]
    }
}
