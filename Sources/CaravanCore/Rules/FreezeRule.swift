extension Checker {
    /// H12: what started before the freeze point stays exactly, if by itself it still can; nothing else starts there.
    func checkFreeze(_ plan: Plan, baseline: Plan?, freeze: String, _ log: inout ViolationLog) {
        guard let point = week.calendar.instance(named: freeze) else {
            return log.add(.H12, .noFreezePoint(freeze))
        }
        let now = lastByRequest(plan.sessions)
        let was = lastByRequest(baseline?.sessions ?? [])
        var kept: [Name: Session] = [:]
        for (id, before) in was.inOrder where week.request(id) != nil && starts(before, before: point) {
            guard let keep = whatIsKept(of: before) else { continue }
            kept[Name(id)] = keep
            if now.sessions[Name(id)].map({ isSame($0, keep) }) != true { log.add(.H12, .frozenChanged, of: [id]) }
        }
        for (id, session) in now.inOrder where starts(session, before: point) {
            let before = kept[Name(id)] ?? was.sessions[Name(id)]
            if before.map({ isSame(session, $0) }) != true { log.add(.H12, .frozenNew, of: [id]) }
        }
    }

    /// A session of the past as it has to stay: its live part, with those of its sites that still may be; nil where it
    /// cannot be held as it was.
    private func whatIsKept(of session: Session) -> Session? {
        var live = session
        live.sites = []
        if !keepsRulesAlone(live, Self.rulesAlone) { return nil }
        if week.edition == .second {
            live.sites = session.sites.filter { site in
                var alone = live
                alone.sites = [site]
                return keepsRulesAlone(alone, Self.rulesAlone + [.H13])
            }
        }
        return live
    }

    /// The rules that a session of the past must still keep by itself.
    private static let rulesAlone: [Rule] = [.H1, .H2, .H4, .H5, .H6, .H15, .H16]

    private func keepsRulesAlone(_ session: Session, _ rules: [Rule]) -> Bool {
        var log = ViolationLog()
        let held = HeldSessions([session], in: week, &log)
        held.checkVenues(&log)
        held.checkCrews(&log)
        held.checkSites(&log)
        held.checkLoans(&log)
        return log.violations.allSatisfy { !rules.contains($0.rule) }
    }

    private func starts(_ session: Session, before point: Int) -> Bool {
        (week.calendar.instance(named: session.start) ?? point) < point
    }

    private func isSame(_ a: Session, _ b: Session) -> Bool {
        a.start.isSame(as: b.start) && a.township.isSame(as: b.township) && a.venue.isSame(as: b.venue)
            && a.crew.names == b.crew.names && (week.edition == .first || haveSameSites(a, b))
    }

    private func haveSameSites(_ a: Session, _ b: Session) -> Bool {
        func keys(_ session: Session) -> [[[Name]]] {
            session.sites
                .map { [[Name($0.township)], [Name($0.venue)], $0.crew.map { Name($0) }.sorted()] }
                .sorted { one, other in one.joined().lexicographicallyPrecedes(other.joined()) }
        }
        return keys(a) == keys(b)
    }

    /// The last session listed for each request, in the order of the first.
    private func lastByRequest(_ listed: [Session]) -> (inOrder: [(String, Session)], sessions: [Name: Session]) {
        let last = Dictionary(listed.map { (Name($0.request), $0) }) { $1 }
        var seen: Set<Name> = []
        let order = listed.filter { seen.insert(Name($0.request)).inserted }
        return (order.map { ($0.request, last[Name($0.request)] ?? $0) }, last)
    }
}
