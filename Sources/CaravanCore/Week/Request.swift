/// A number of equal places in a crew.
public struct Need: Sendable, Equatable {
    /// The pool that the members come from.
    public let pool: Pool
    /// The skill they must have.
    public let skill: Name
    /// At this level or above, 1…5.
    public let level: Int
    /// How many members.
    public let count: Int
}

/// One session that a planner wants held.
public struct Request: Sendable {
    /// Identifier.
    public let id: String
    /// Title for people; empty where the document has none.
    public let title: String
    /// Number of the fund that pays for it.
    public let fund: Int
    /// Number of the audience in `Week.audiences`.
    public let audience: Int
    /// Number of the topic in `Week.topics`.
    public let topic: Int
    /// Number of the format in `Week.formats`.
    public let format: Int
    /// Townships where it may be held, in the order listed, without repeats.
    public let townships: [Int]
    /// People expected.
    public let attendance: Double
    /// Consecutive slots of one date.
    public let duration: Int
    /// The crew it needs.
    public let needs: [Need]
    /// Allowed kinds of venue; empty: any.
    public let venueKinds: Set<Name>
    /// Equipment the venue must have.
    public let equipment: Set<Name>
    /// For each slot instance whether the request allows it; nil: all.
    public let allowed: [Bool]?
    /// For each slot instance whether a start there is preferred; nil: no preference.
    public let preferred: [Bool]?
    /// Points lost if it is not held.
    public let value: Double
    /// Yuan, besides venue, fees and trips.
    public let cost: Double
    /// Numbers of the requests that must be held and over before it starts (H9).
    public let after: [Int]
    /// Number of the department that asks: its own, else its fund's; nil: none.
    public let department: Int?
    /// Who comes, as a number in `Week.crowds`: the audience where nothing closer is said (H7).
    public let crowd: Int
    /// Whether people come and go as they like, so that it keeps nobody from anything else (H7).
    public let dropIn: Bool
    /// Consecutive dates; a session of more than one is a stay.
    public let lasts: Int
    /// How it may be sent to other townships; nil: not at all (H13).
    public let relay: Relay?
    /// Who pays for it and for its sites; at least one, shares add up to 1 (H8).
    public let payers: [Payer]

    /// What its live session asks for.
    public var demand: PlaceDemand {
        PlaceDemand(
            attendance: attendance, needs: needs, venueKinds: venueKinds, equipment: equipment, cost: cost)
    }

    /// How much a site of it counts.
    public var siteCredit: Double { relay?.credit ?? Relay.usualCredit }

    /// Whether all the slots of a span are allowed (H1).
    public func allows(_ span: Range<Int>) -> Bool {
        guard let allowed else { return true }
        return span.allSatisfy { allowed[$0] }
    }

    /// Whether all the slots of a session, on all of its dates, are allowed (H1).
    public func allows(_ time: SessionTime) -> Bool {
        guard let allowed else { return true }
        return time.slots.allSatisfy { allowed[$0] }
    }

    /// Whether a start costs the preference weight.
    public func dislikes(start: Int) -> Bool {
        guard let preferred else { return false }
        return !preferred[start]
    }
}

/// A fund's part of what sessions charge.
public struct Payer: Sendable, Hashable {
    /// Number of the fund.
    public let fund: Int
    /// Its share, above 0 and at most 1.
    public let share: Double
}

/// A decision already taken: the request is held, with every attribute named (H11).
public struct Pin: Sendable {
    /// Number of the request.
    public let request: Int
    /// Slot instance of the start.
    public let start: Int?
    /// Number of the township.
    public let township: Int?
    /// Number of the venue.
    public let venue: Int?
    /// Numbers of members that are at least in the crew.
    public let crew: [Int]
    /// Sites that it has at least, no two in one township.
    public let sites: [PinnedSite]
}

/// A site that a pinned request has.
public struct PinnedSite: Sendable {
    /// Number of the township.
    public let township: Int
    /// Number of the venue; nil: any.
    public let venue: Int?
    /// Numbers of members that are at least in its crew.
    public let crew: [Int]
}
