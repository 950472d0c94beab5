/// How firmly a session has been promised to those whom it concerns.
public enum CommitmentState: String, Sendable, CaseIterable {
    /// Nobody outside the office has been told.
    case draft
    /// The venue and the crew have agreed.
    case confirmed
    /// It has been announced: the week's own weights hold.
    case published
    /// Somebody has bought tickets or booked a room for it.
    case travelBooked = "travel-booked"

    /// What a change of such a session costs, in shares of the week's weights.
    ///
    /// A ticket is for a person and a day, so another time or another person voids it, another hall hardly matters, and a
    /// session that is dropped loses the fare but needs no second one.
    public var factors: CommitmentFactors {
        switch self {
        case .draft: CommitmentFactors(move: 0.25, venue: 0.25, crew: 0.25, drop: 0.25)
        case .confirmed: CommitmentFactors(move: 0.75, venue: 0.75, crew: 0.75, drop: 0.75)
        case .published: CommitmentFactors(move: 1, venue: 1, crew: 1, drop: 1)
        case .travelBooked: CommitmentFactors(move: 4, venue: 2, crew: 4, drop: 2)
        }
    }
}

/// Factors on the week's weights of disruption, at least 0.
public struct CommitmentFactors: Sendable, Equatable {
    /// On `move`: another start.
    public let move: Double
    /// On `venue`: another venue.
    public let venue: Double
    /// On `crew`: a member that leaves the crew.
    public let crew: Double
    /// On `drop`: no session any more.
    public let drop: Double
}
