/// A session of a plan whose request, slots and township exist.
struct HeldSession {
    let session: Session
    let request: Int
    let time: SessionTime
    let township: Int
    /// Nil where the week has no such venue: then the session counts as held, but takes and charges nothing.
    let venue: Int?
    /// The members that exist, in the order listed, repeats included.
    let crew: [Int]
    /// Its sites, of whatever sort, if the request is relayed.
    let sites: [Site]

    /// Its site in a township; of several the last.
    func site(in township: String) -> Site? { sites.last { $0.township.isSame(as: township) } }
}

/// Where a session takes a venue and a crew: where it is live, or one of its sites. To most rules both are alike.
struct HeldPlace {
    /// Identifier of the request.
    let id: String
    let request: Int
    let isSite: Bool
    /// What the request asks of this place.
    let demand: PlaceDemand
    let time: SessionTime
    let township: Int
    /// The venue as the plan names it.
    let venueName: String
    /// Nil where the week has no such venue: then the place takes and charges nothing.
    let venue: Int?
    /// How many members the plan names.
    let crewCount: Int
    /// Those that exist, in the order listed, repeats included.
    let crew: [Int]
    /// How much of a session it is in targets and caps.
    let credit: Double
}

extension HeldSession {
    /// The places of the session. Sites in townships that the week has not are none.
    func places(in week: Week) -> [HeldPlace] {
        let request = week.requests[self.request]
        let live = HeldPlace(
            id: session.request, request: self.request, isSite: false, demand: request.demand, time: time,
            township: township, venueName: session.venue, venue: venue, crewCount: session.crew.count, crew: crew,
            credit: 1)
        guard let relay = request.relay else { return [live] }
        return [live]
            + sites.compactMap { site in
                week.township(site.township).map {
                    HeldPlace(
                        id: session.request, request: self.request, isSite: true, demand: relay.demand, time: time,
                        township: $0, venueName: site.venue, venue: week.venue(site.venue), crewCount: site.crew.count,
                        crew: site.crew.compactMap(week.member), credit: relay.credit)
                }
            }
    }
}
