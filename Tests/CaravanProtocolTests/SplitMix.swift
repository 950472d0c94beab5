/// A small seeded generator (S. Vigna's SplitMix64), so that a failing test can be run again from its seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Cuts bytes into pieces of random length.
    mutating func pieces(_ bytes: [UInt8], longest: Int) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var at = 0
        while at < bytes.count {
            let end = Swift.min(bytes.count, at + Int.random(in: 1...longest, using: &self))
            pieces.append(bytes[at..<end])
            at = end
        }
        return pieces
    }
}
