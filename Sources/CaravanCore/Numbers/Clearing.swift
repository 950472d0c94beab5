extension Double {
    /// The difference of two sums without what rounding left behind the ninth decimal.
    public var cleared: Double { magnitude < 1e6 ? (self * 1e9).rounded() / 1e9 + 0 : self }
}

extension JSON {
    /// A figure that was reckoned: what lies below 10⁻⁹ is nothing but the rounding of sums, and 0.
    public static func figure(_ value: Double) -> JSON { .number(value.magnitude < 1e-9 ? 0 : value) }
}
