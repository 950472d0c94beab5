extension HeldSessions {
    /// H13: sites are where and as many as the relay allows; what else they take, the other rules read of their places.
    func checkSites(_ log: inout ViolationLog) {
        guard week.edition == .second else { return }
        for held in sessions where !held.session.sites.isEmpty {
            guard let relay = week.requests[held.request].relay else {
                log.add(.H13, .sitesNotRelayed, of: [held.session.request])
                continue
            }
            check(held, relay, &log)
        }
    }

    private func check(_ held: HeldSession, _ relay: Relay, _ log: inout ViolationLog) {
        let id = held.session.request
        let townships = held.sites.map { Name($0.township) }
        if townships.count > relay.most { log.add(.H13, .tooManySites(townships.count), of: [id]) }
        if Set(townships).count < townships.count { log.add(.H13, .sitesTogether, of: [id]) }
        if townships.contains(Name(held.session.township)) { log.add(.H13, .siteAtHome, of: [id]) }
        if let venue = held.venue, !relay.liveEquipment.isSubset(of: week.venues[venue].equipment) {
            log.add(.H13, .liveEquipmentMissing, of: [id])
        }
        var busy = held.session.crew.names
        for site in held.sites {
            if week.township(site.township).map(relay.townships.contains) != true {
                log.add(.H13, .siteNotAllowed(site.township), of: [id])
            }
            if !busy.isDisjoint(with: site.crew.names) { log.add(.H13, .memberInTwoPlaces, of: [id]) }
            busy.formUnion(site.crew.names)
        }
    }
}
