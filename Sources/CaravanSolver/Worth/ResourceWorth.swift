import CaravanCore

/// What one more unit of something scarce may be worth, by the duals of a solve.
///
/// No plan with one more unit of it costs less than the bound less `points`: that is what a dual promises. It does not
/// promise that any plan comes so near, and two units, or units of two things, may be worth more or less than the sum.
public struct ResourceWorth: Sendable, Equatable {
    /// What is scarce.
    public enum Thing: Sendable, Equatable {
        /// A member with a skill, at hand in a county on a date: an hour.
        case skill(Pool, skill: String, county: String, date: String)
        /// A second venue like this one in a slot: a session there.
        case venue(id: String, slot: String)
        /// A fund: 1,000 yuan.
        case fund(id: String)
    }

    /// Yuan that a fund is told by.
    public static let yuan = 1_000.0

    /// What is scarce.
    public let thing: Thing
    /// Points that one more unit is worth at most.
    public let points: Double
    /// The request that an hour of a skill would serve best; nil for other things.
    public let request: String?
}

extension ResourceWorth {
    /// What is worth less is worth nothing: prices that the ascent has not brought to 0 yet.
    static let threshold = 0.05

    /// Things of equal worth in an order that does not change.
    var order: String {
        switch thing {
        case .fund(let id): "0 \(id)"
        case .skill(let pool, let skill, let county, let date): "1 \(date) \(county) \(pool.rawValue) \(skill)"
        case .venue(let id, let slot): "2 \(slot) \(id)"
        }
    }
}
