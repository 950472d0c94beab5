extension HeldSessions {
    /// H11.
    func checkPins(_ log: inout ViolationLog) {
        for pin in week.pins {
            let id = week.requests[pin.request].id
            guard let held = session(of: pin.request) else {
                log.add(.H11, .pinnedNotHeld, of: [id])
                continue
            }
            let kept =
                (pin.start ?? held.time.start) == held.time.start
                && (pin.township ?? held.township) == held.township
                && (pin.venue == nil || pin.venue == held.venue)
                && Set(pin.crew).isSubset(of: held.crew)
            if !kept { log.add(.H11, .notAsPinned, of: [id]) }
            for site in pin.sites where !keeps(site, held) {
                log.add(.H11, .siteNotAsPinned(week.townships[site.township].id), of: [id])
            }
        }
    }

    private func keeps(_ pinned: PinnedSite, _ held: HeldSession) -> Bool {
        guard let site = held.site(in: week.townships[pinned.township].id) else { return false }
        return (pinned.venue == nil || pinned.venue == week.venue(site.venue))
            && Set(pinned.crew).isSubset(of: site.crew.compactMap(week.member))
    }
}
