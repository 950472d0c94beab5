/// When an amount exceeds a hard limit (H8, H10). The checker asks here, and so does everything that makes plans, so that what one
/// of them calls a plan is none with a breach to the other.
public enum HardLimit {
    /// Yuan by which a fund may be overdrawn: charges are sums of fractions, and rounded differently in every order.
    @inlinable public static var yuan: Double { 1e-6 }
    /// The part of `yuan` that is left to sums which sessions are added to and taken out of again and again: they gather
    /// rounding of their own.
    @inlinable public static var runningYuan: Double { yuan / 2 }

    /// H8: whether charges exceed what a fund may pay, both in yuan.
    @inlinable public static func isOverdrawn(_ charged: Double, _ limit: Double) -> Bool { charged > limit + yuan }

    /// Sessions or people by which a hard cap may be exceeded in the second edition, where sites count by fractions.
    @inlinable public static var counts: Double { 1e-6 }

    /// H10: whether sessions or people exceed a hard cap. Both are whole numbers in the first edition, whose sums are exact.
    @inlinable public static func isExceeded(_ measured: Double, _ cap: Double) -> Bool { measured > cap }

    /// H10 in a week of an edition.
    @inlinable public static func isExceeded(_ measured: Double, _ cap: Double, in edition: Edition) -> Bool {
        isExceeded(measured, edition == .first ? cap : cap + counts)
    }

    /// The most sessions or people that keep a hard cap: the same cap without the fraction that no sum can use, and that a solver with
    /// tolerances of its own would round up.
    @inlinable public static func most(within cap: Double) -> Double { cap.rounded(.down) }
}
