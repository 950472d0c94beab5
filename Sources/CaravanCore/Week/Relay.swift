/// What one place of a session, the live one or a site, asks of its venue and crew, and costs by itself.
public struct PlaceDemand: Sendable {
    /// People expected, on each of its dates.
    public let attendance: Double
    /// The crew it needs.
    public let needs: [Need]
    /// Allowed kinds of venue; empty: any.
    public let venueKinds: Set<Name>
    /// Equipment that the venue must have.
    public let equipment: Set<Name>
    /// Yuan, besides venue, fees and trips.
    public let cost: Double
}

/// How a session may be sent to rooms in other townships, its sites (H13).
public struct Relay: Sendable {
    /// Numbers of the townships where sites may be, in the order listed, without repeats.
    public let townships: [Int]
    /// Sites at most.
    public let most: Int
    /// Sites asked for, at most `most`.
    public let wanted: Int
    /// Points for each site that is wanted and missing.
    public let value: Double
    /// People at a site.
    public let attendance: Double
    /// The crew of a site.
    public let needs: [Need]
    /// Kinds of venue allowed at a site; empty: any.
    public let venueKinds: Set<Name>
    /// Equipment that a site's venue must have.
    public let equipment: Set<Name>
    /// Equipment that the live session's venue must have, if it has a site.
    public let liveEquipment: Set<Name>
    /// Yuan a site, besides venue, fees and trips.
    public let cost: Double
    /// How much a site counts in targets, caps and disruption, 0…1.
    public let credit: Double

    /// What a site counts where the document does not say, or where nothing is relayed any more.
    public static let usualCredit = 0.5

    /// What a site asks for.
    public var demand: PlaceDemand {
        PlaceDemand(
            attendance: attendance, needs: needs, venueKinds: venueKinds, equipment: equipment, cost: cost)
    }
}
