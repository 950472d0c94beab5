import TestSupport

/// Changes bytes at random places, without knowing what they mean.
struct ByteMutator {
    /// What is put in besides random bytes.
    let words: [[UInt8]]

    private static let strange: [UInt8] = [
        0, 1, 9, 10, 13, 31, 34, 39, 44, 45, 60, 61, 92, 127, 128, 0xC0, 0xED, 0xFE, 0xFF,
    ]

    init(words: [String]) { self.words = words.map { Array($0.utf8) } }

    /// A copy with one to eight changes; `others` lend pieces.
    func mutated(_ input: [UInt8], others: [[UInt8]], limit: Int, _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = input
        for _ in 0..<(1 << random.index(below: 4)) { change(&bytes, others, &random) }
        return Array(bytes.prefix(limit))
    }

    private func change(_ bytes: inout [UInt8], _ others: [[UInt8]], _ random: inout SeededGenerator) {
        let at = random.index(below: bytes.count + 1)
        let length = min(1 + random.index(below: 1 << (1 + random.index(below: 7))), bytes.count - at)
        switch random.index(below: 8) {
        case 0 where at < bytes.count: bytes[at] ^= 1 << UInt8(random.index(below: 8))
        case 1 where at < bytes.count: bytes[at] = Self.strange[random.index(below: Self.strange.count)]
        case 2: bytes.removeSubrange(at..<at + length)
        case 3: bytes.insert(contentsOf: Array(bytes[at..<at + length]), at: random.index(below: bytes.count + 1))
        case 4 where !words.isEmpty: bytes.insert(contentsOf: words[random.index(below: words.count)], at: at)
        case 5:
            let other = others.isEmpty ? bytes : others[random.index(below: others.count)]
            let from = random.index(below: other.count + 1)
            let piece = other[from..<min(other.count, from + 1 + random.index(below: 200))]
            bytes.insert(contentsOf: Array(piece), at: at)
        case 6 where at < bytes.count:
            bytes.replaceSubrange(at..<at + length, with: repeatElement(bytes[at], count: length * 3))
        default: bytes.insert(Self.strange[random.index(below: Self.strange.count)], at: at)
        }
    }
}
