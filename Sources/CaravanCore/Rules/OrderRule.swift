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
                if other.time.end > held.time.start {
                    log.add(.H9, .predecessorNotOver(id), of: [held.session.request])
                }
            }
        }
    }
}
