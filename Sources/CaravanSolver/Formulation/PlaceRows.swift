/// Rows of H1, H3 and H7: one session a request, a venue's slot, an audience's slot in a township.
extension FormulationBuilder {
    /// H1: a request has one session or goes unheld.
    mutating func addOnceRows() {
        for request in 0..<instance.requestCount {
            var row = SparseRow()
            row.add(1, columns.unheld(request))
            for number in instance.ofRequest[request] {
                for at in instance.venues(instance.placements[number]) { row.add(1, columns.session(at)) }
            }
            add(row, lower: 1, upper: 1) { $0.row("once", $0.request(request)) }
        }
    }

    /// H3: a venue holds one session in a slot.
    mutating func addVenueRows() {
        var users = [[Occupant]](repeating: [], count: instance.week.venues.count)
        for placement in instance.placements {
            for at in instance.venues(placement) {
                users[Int(instance.venueCandidates[at].venue)].append(
                    Occupant(column: columns.session(at), placement: placement))
            }
        }
        for (venue, occupants) in users.enumerated() {
            for clique in slotCliques(occupants) where !isOneRequest(clique) {
                add(clique: clique) { $0.row("venue", $0.venue(venue), $0.lastCommonSlot(clique)) }
            }
        }
    }

    /// H7: an audience has one session in a township and slot.
    mutating func addAudienceRows() {
        var crowds = [[Occupant]](repeating: [], count: instance.tables.crowds.count)
        for placement in instance.placements {
            let crowd = instance.tables.crowd(of: Int(placement.request), in: Int(placement.township))
            for at in instance.venues(placement) {
                crowds[crowd].append(Occupant(column: columns.session(at), placement: placement))
            }
        }
        for (crowd, occupants) in crowds.enumerated() {
            let (township, audience) = instance.tables.crowds.coordinates(of: crowd)
            for clique in slotCliques(occupants) where !isOneRequest(clique) {
                add(clique: clique) {
                    $0.row("audience", $0.township(township), $0.audience(audience), $0.lastCommonSlot(clique))
                }
            }
        }
    }
}
