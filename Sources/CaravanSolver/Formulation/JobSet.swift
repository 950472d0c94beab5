/// A set of small numbers, a bit each: cliques of jobs are grown by intersecting thousands of them.
struct JobSet: Sendable, Equatable {
    private var words: [UInt64]

    /// An empty set of numbers below a bound.
    init(below bound: Int) { words = [UInt64](repeating: 0, count: (bound + 63) / 64) }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// The smallest number, nil where there is none.
    var first: Int? {
        for (at, word) in words.enumerated() where word != 0 { return at * 64 + word.trailingZeroBitCount }
        return nil
    }

    /// The numbers in order.
    var members: [Int] {
        var out: [Int] = []
        for (at, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                out.append(at * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return out
    }

    mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }

    mutating func formIntersection(_ other: JobSet) {
        for at in words.indices { words[at] &= other.words[at] }
    }

    mutating func subtract(_ other: JobSet) {
        for at in words.indices { words[at] &= ~other.words[at] }
    }

    /// How many numbers both hold.
    func countCommon(_ other: JobSet) -> Int {
        var count = 0
        for at in words.indices { count += (words[at] & other.words[at]).nonzeroBitCount }
        return count
    }

    func isSubset(of other: JobSet) -> Bool {
        for at in words.indices where words[at] & ~other.words[at] != 0 { return false }
        return true
    }
}
