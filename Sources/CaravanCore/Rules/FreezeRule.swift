extension Checker {
    /// H12: what started before the freeze point stays exactly, if by itself it still can; nothing else starts there.
    func checkFreeze(_ plan: Plan, baseline: Plan?, freeze: String, _ log: inout ViolationLog) {
        guard let point = week.calendar.instance(named: freeze) else {
            return log.add(.H12, .noFreezePoint(freeze))
        }
        let now = lastByRequest(plan.sessions)
        let was = lastByRequest(baseline?.sessions ?? [])
        for (id, before) in was.inOrder where week.request(id) != nil && starts(before, before: point) {
            let kept = now.sessions[Name(id)].map { isSame($0, before) } ?? false
            if !kept && keepsRulesAlone(before) {
                log.add(.H12, .frozenChanged, of: [id])
            }
        }
        for (id, session) in now.inOrder where starts(session, before: point) {
            let kept = was.sessions[Name(id)].map { isSame(session, $0) } ?? false
            if !kept { log.add(.H12, .frozenNew, of: [id]) }
        }
    }

    /// Whether a session by itself keeps H1, H2, H4, H5 and H6.
    private func keepsRulesAlone(_ session: Session) -> Bool {
        var log = ViolationLog()
        let held = HeldSessions([session], in: week, &log)
        held.checkPlaces(&log)
        held.checkCrews(&log)
        return log.violations.isEmpty
    }

    private func starts(_ session: Session, before point: Int) -> Bool {
        (week.calendar.instance(named: session.start) ?? point) < point
    }

    private func isSame(_ a: Session, _ b: Session) -> Bool {
        a.start.isSame(as: b.start) && a.township.isSame(as: b.township) && a.venue.isSame(as: b.venue)
            && a.crew.names == b.crew.names
    }

    /// The last session listed for each request, in the order of the first.
    private func lastByRequest(_ listed: [Session]) -> (inOrder: [(String, Session)], sessions: [Name: Session]) {
        let last = Dictionary(listed.map { (Name($0.request), $0) }) { $1 }
        var seen: Set<Name> = []
        let order = listed.filter { seen.insert(Name($0.request)).inserted }
        return (order.map { ($0.request, last[Name($0.request)] ?? $0) }, last)
    }
}
