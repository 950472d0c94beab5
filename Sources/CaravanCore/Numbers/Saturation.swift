extension FixedWidthInteger {
    /// The whole part of a number; the nearest integer that there is where it lies beyond them all, and 0 for what is no number.
    ///
    /// For amounts that come from outside: `Int(_:)` ends the process where a double does not fit. Inlined, since knapsacks
    /// count in it.
    @inlinable public init(saturating value: Double) {
        // The largest integer may round up to the first double that does not fit, so it is a limit that must not be reached.
        if value >= Double(Self.max) {
            self = .max
        } else if value <= Double(Self.min) {
            self = .min
        } else {
            self = value.isNaN ? 0 : Self(value)
        }
    }
}
