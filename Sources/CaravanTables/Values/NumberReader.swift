import CaravanCore

/// Numbers as spreadsheets and people write them.
enum NumberReader {
    /// Reads `1200`, `1,200`, `1 200.0`, `１２００`, `1.2E+03` and `(1,200)` as accountants write -1200; nil for anything
    /// else, units among it.
    static func number(_ text: String) -> Double? {
        var body = PlainText.narrowed(text)
        var sign = 1.0
        if body.hasPrefix("("), body.hasSuffix(")") {
            body = PlainText.trimmed(String(body.dropFirst().dropLast()))
            sign = -1
        }
        guard body.utf8.count <= 64, let plain = ungrouped(body), let value = Double(plain), value.isFinite else {
            return nil
        }
        return sign * value
    }

    /// The digits without separators of thousands; nil where these stand in wrong places.
    private static func ungrouped(_ text: String) -> String? {
        guard text.utf8.allSatisfy({ "0123456789.,+-eE '".utf8.contains($0) }) else { return nil }
        guard let separator = text.first(where: { ", '".contains($0) }) else { return text }
        let whole = text.prefix { $0 != "." && $0 != "e" && $0 != "E" }
        let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
        let first = groups[0].drop { $0 == "+" || $0 == "-" }
        guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.joined().utf8.allSatisfy({ "0123456789+-".utf8.contains($0) })
        else { return nil }
        return groups.joined() + text.dropFirst(whole.count)
    }
}
