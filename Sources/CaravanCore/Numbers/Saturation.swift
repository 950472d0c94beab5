extension FixedWidthInteger {
    /// The whole part of a number; the nearest integer that there is where it lies beyond them all, and 0 for what is no number.
    ///
    /// For amounts that come from outside: `Int(_:)` ends the process where a double does not fit.
    public init(saturating value: Double) {
        if let whole = Self(exactly: value.rounded(.towardZero)) {
            self = whole
        } else {
            self = value.isNaN ? 0 : value < 0 ? .min : .max
        }
    }
}
