import Foundation

/// Reproducible random numbers for tests: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
///
/// The seed is printed, so that a failure can be repeated: set the environment variable `CARAVAN_SEED` to it.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    /// The seed that was used.
    public let seed: UInt64
    private var state: UInt64

    /// A generator for one test.
    /// - Parameters:
    ///   - test: What the printed seed belongs to.
    ///   - seed: The seed where neither `CARAVAN_SEED` nor anything else says otherwise; random unless given.
    public init(for test: String, seed: UInt64? = nil) {
        let named = ProcessInfo.processInfo.environment["CARAVAN_SEED"].flatMap(UInt64.init)
        self.seed = named ?? seed ?? UInt64.random(in: 0..<1_000_000_000)
        state = self.seed
        print("seed of \(test): CARAVAN_SEED=\(self.seed)")
    }

    /// A generator with a seed that the caller has printed.
    public init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// True with a probability.
    public mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    /// A number from 0 to below `count`; 0 where there is none to choose from.
    public mutating func index(below count: Int) -> Int { count > 0 ? Int.random(in: 0..<count, using: &self) : 0 }
}
