/// Near matches of a mistyped name, by the distance of Damerau and Levenshtein (optimal string alignment: F. Damerau,
/// CACM 7, 1964).
public enum NearMatch {
    /// How much may be compared, in pairs of letters: so that a table full of mistakes takes no longer than it is read.
    public struct Patience: Sendable {
        fileprivate var pairs: Int

        /// As much as takes some tenths of a second.
        public init(pairs: Int = 50_000_000) { self.pairs = pairs }
    }

    /// The nearest candidate, nil where none is near: at most a third of the letters differ, or one name is a part of the
    /// other. Of equally near ones the first in the order of text.
    public static func best(for text: String, among candidates: some Sequence<String>) -> String? {
        var patience = Patience()
        return best(for: text, among: candidates, &patience)
    }

    /// The same for several searches together; nil too where patience has run out.
    public static func best(
        for text: String, among candidates: some Sequence<String>, _ patience: inout Patience
    ) -> String? {
        let wanted = Array(text.lowercased())
        guard !wanted.isEmpty, wanted.count <= 80 else { return nil }
        let most = max(1, wanted.count / 3)
        var best: (distance: Int, name: String)?
        for name in candidates {
            let letters = Array(name.lowercased().prefix(240))
            patience.pairs -= 50 + letters.count * wanted.count
            guard patience.pairs > 0 else { return nil }
            var distance = most + 1
            if abs(letters.count - wanted.count) <= most { distance = Self.distance(wanted, letters, atMost: most) }
            if distance > most, isPart(wanted, of: letters) || isPart(letters, of: wanted) { distance = most }
            guard distance <= most else { continue }
            if let best, (best.distance, best.name) <= (distance, name) { continue }
            best = (distance, name)
        }
        return best?.name
    }

    /// Whether a name begins with another one or, if that one says enough by itself, holds it: two Chinese characters, or
    /// four letters.
    private static func isPart(_ part: [Character], of whole: [Character]) -> Bool {
        guard part.count >= 2, part.count < whole.count else { return false }
        if whole.starts(with: part) { return true }
        let saysEnough = part.count { !$0.isASCII } >= 2 || part.count >= 4
        return saysEnough && whole.contains(part)
    }

    /// How many letters must be added, taken away, changed or swapped with their neighbour; beyond the limit any number
    /// above it.
    static func distance(_ a: [Character], _ b: [Character], atMost limit: Int) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var (before, previous) = ([Int](), Array(0...b.count))
        for i in 1...a.count {
            var row = [i]
            row.reserveCapacity(b.count + 1)
            for j in 1...b.count {
                var least = min(row[j - 1], previous[j]) + 1
                least = min(least, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { least = min(least, before[j - 2] + 1) }
                row.append(least)
            }
            if row.min() ?? 0 > limit { return limit + 1 }
            (before, previous) = (previous, row)
        }
        return previous[b.count]
    }
}
