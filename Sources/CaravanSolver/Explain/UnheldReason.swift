import CaravanCore
import CaravanLanguage

/// Why a request is not held, in one line for people.
public struct UnheldReason: Sendable {
    /// What kind of reason it is; the values are stable.
    public enum Code: String, Sendable, CaseIterable {
        /// No slot is allowed at all (H1).
        case noSlots = "no-slots"
        /// The request does not allow the slot (H1); of one place, not of a request as a whole.
        case slotNotAllowed = "slot-not-allowed"
        /// No allowed slots follow each other on one date for as long as it takes (H1).
        case duration = "duration"
        /// Every allowed start lies before the freeze point (H12).
        case frozen = "frozen"
        /// Its townships have no venue at all (H2).
        case noVenue = "no-venue"
        /// Its townships have no venue of an allowed kind (H2).
        case venueKind = "venue-kind"
        /// No venue of its townships is large enough (H2).
        case venueCapacity = "venue-capacity"
        /// No venue of its townships has the equipment (H2).
        case venueEquipment = "venue-equipment"
        /// The venues that fit are closed in all its slots (H2).
        case venueClosed = "venue-closed"
        /// Nobody has the skill at the level (H4).
        case skillMissing = "skill-missing"
        /// Fewer members have the skill than it needs (H4).
        case crewTooSmall = "crew-too-small"
        /// Those who have the skill do not reach any of its townships (H6).
        case crewTooFar = "crew-too-far"
        /// Those who have the skill and reach it are away in its slots (H5).
        case crewAway = "crew-away"
        /// A venue and a crew are there, but never together (H2, H4, H5, H6).
        case noCommonOption = "no-common-option"
        /// Nothing can be as its pin demands (H11).
        case pinned = "pinned"
        /// It waits for itself (H9).
        case cyclicAfter = "cyclic-after"
        /// It waits for a request that cannot be held (H9).
        case predecessorImpossible = "predecessor-impossible"
        /// What it waits for ends too late, whenever it is held (H9).
        case predecessorTooLate = "predecessor-too-late"
        /// Every venue that fits has another session (H3).
        case venueTaken = "venue-taken"
        /// Those whom it needs work elsewhere or have done as many sessions as they may (H5).
        case crewBusy = "crew-busy"
        /// Those whom it needs cannot make the way from or to their other sessions (H6).
        case crewTravel = "crew-travel"
        /// Its audience has another session at the same time (H7).
        case audienceBusy = "audience-busy"
        /// A fund has too little money left (H8).
        case fundExhausted = "fund-exhausted"
        /// A request that it waits for is not held (H9).
        case predecessorNotHeld = "predecessor-not-held"
        /// A request that it waits for is held, but not over in time (H9).
        case predecessorNotOver = "predecessor-not-over"
        /// A hard cap (H10), or the limit of a rule of rows, is reached.
        case capReached = "cap-reached"
        /// It could be held, but that would cost more points than it is worth.
        case notWorth = "not-worth"
        /// It could be held, and the plan would be the better for it.
        case possible = "possible"
    }

    /// Identifier of the request.
    public let request: String
    /// What kind of reason it is.
    public let code: Code
    /// The reason, one line.
    public let phrase: Bilingual
    /// How many options were looked at: township × start × venue.
    public let options: Int
    /// How many of these options each rule rules out, in the order of the rules, none left out that rules out any.
    ///
    /// First come the obstacles that no plan removes; options that are left are held against the sessions of the plan.
    /// An option can be counted under several rules, but a crew under one: the first of H4, H6, H5 that denies it.
    public let rules: [(rule: String, ruledOut: Int)]
    /// The best session that breaks no rule, for `not-worth` and `possible`.
    public let session: Session?
    /// By how many points the objective would change with that session; negative is better.
    public let change: Double?
    /// The funds that are short, where nothing else is in the way.
    public let shortages: [FundShortage]

    /// The reason in English.
    public var text: String { phrase.english }
    /// The reason in Chinese.
    public var chinese: String { phrase.chinese }
}

/// A fund that has too little left for a request (H8).
public struct FundShortage: Sendable, Equatable {
    /// Identifier of the fund.
    public let fund: String
    /// Whole yuan that would do, no fewer.
    public let needed: Double
}

/// The kind of a reason with its sentence, before it is tied to a request.
struct Finding {
    let code: UnheldReason.Code
    let phrase: Bilingual
    var session: Session?
    var change: Double?
    var shortages: [FundShortage] = []

    init(_ code: UnheldReason.Code, _ phrase: any Sayable) { (self.code, self.phrase) = (code, phrase.bilingual) }
}
