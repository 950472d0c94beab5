/// Points that changes of one baseline session cost.
public struct DisruptionWeights: Sendable, Equatable {
    /// Another start.
    public let move: Double
    /// Another venue.
    public let venue: Double
    /// A member of its crew that leaves it.
    public let crew: Double
    /// No session any more.
    public let drop: Double

    /// The week's weights under a state's factors.
    public init(_ weights: Weights, _ state: CommitmentState = .published) {
        let factors = state.factors
        move = weights.move * factors.move
        venue = weights.venue * factors.venue
        crew = weights.crew * factors.crew
        drop = weights.drop * factors.drop
    }

    /// Disruption of one baseline session without its sites (domain, section 4), points; `now` is the session of its request,
    /// if it is held.
    public func points(from was: Session, to now: Session?) -> Double {
        guard let now else { return drop }
        let gone = was.crew.names.subtracting(now.crew.names).count
        return (now.start.isSame(as: was.start) ? 0 : move) + (now.venue.isSame(as: was.venue) ? 0 : venue) + crew
            * Double(gone)
    }

    /// Disruption of one site of a session that is still held, points before its credit; `now` is the site in the same
    /// township, if there is one.
    public func points(from was: Site, to now: Site?) -> Double {
        guard let now else { return drop }
        let gone = was.crew.names.subtracting(now.crew.names).count
        return (now.venue.isSame(as: was.venue) ? 0 : venue) + crew * Double(gone)
    }
}
