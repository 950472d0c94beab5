/// Random numbers that are the same on every machine for the same seed: SplitMix64 (Steele, Lea, Flood 2014).
struct RandomStream: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform in 0..<bound; bound at least 1. The bias of multiply-shift is below bound / 2⁶⁴.
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Uniform in 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Exponentially distributed with mean 1. The logarithm is a series in plain arithmetic, so that it is the same to
    /// the last bit on every machine, which the system's `log` is not.
    mutating func exponential() -> Double {
        let u = 1 - unit()
        let z = (u.significand - 1) / (u.significand + 1)
        let square = z * z
        var (power, sum) = (z, 0.0)
        for odd in stride(from: 1.0, through: 25, by: 2) {
            sum += power / odd
            power *= square
        }
        return -(2 * sum + Double(u.exponent) * 0.693_147_180_559_945_3)
    }
}
