/// Near matches of a mistyped name, by the distance of Damerau and Levenshtein (optimal string alignment: F. Damerau,
/// CACM 7, 1964).
enum NearMatch {
    /// The nearest candidate, nil where none is near: at most a third of the characters differ, or one part of a name
    /// that is written in full. Of equally near ones the first in the order of text.
    static func best(for text: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(PlainText.narrowed(text).lowercased())
        guard !wanted.isEmpty, wanted.count <= 80 else { return nil }
        let most = max(1, wanted.count / 3)
        var best: (distance: Int, name: String)?
        for name in candidates {
            let letters = Array(name.lowercased())
            let distance: Int
            if abs(letters.count - wanted.count) <= most {
                distance = Self.distance(wanted, letters, atMost: most)
            } else if wanted.count >= 2, name.lowercased().hasPrefix(String(wanted)) {
                distance = most
            } else {
                continue
            }
            guard distance <= most else { continue }
            if let best, (best.distance, best.name) <= (distance, name) { continue }
            best = (distance, name)
        }
        return best?.name
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
