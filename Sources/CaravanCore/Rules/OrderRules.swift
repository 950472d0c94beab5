extension HeldSessions {
    /// H9.
    func checkOrder(_ log: inout ViolationLog) {
        for held in sessions {
            for before in week.requests[held.request].after {
                let id = week.requests[before].id
                guard let other = session(of: before) else {
                    log.add(.H9, .predecessorNotHeld(id), of: [held.session.request])
                    continue
                }
                if other.span.upperBound > held.span.lowerBound {
                    log.add(.H9, .predecessorNotOver(id), of: [held.session.request])
                }
            }
        }
    }

    /// H11.
    func checkPins(_ log: inout ViolationLog) {
        for pin in week.pins {
            let id = week.requests[pin.request].id
            guard let held = session(of: pin.request) else {
                log.add(.H11, .pinnedNotHeld, of: [id])
                continue
            }
            let kept =
                (pin.start ?? held.span.lowerBound) == held.span.lowerBound
                && (pin.township ?? held.township) == held.township
                && (pin.venue == nil || pin.venue == held.venue)
                && Set(pin.crew).isSubset(of: held.crew)
            if !kept { log.add(.H11, .notAsPinned, of: [id]) }
        }
    }
}
