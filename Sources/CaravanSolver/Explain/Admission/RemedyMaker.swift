import CaravanCore
import CaravanLanguage

/// Carries releases out on copies of week and plan, and keeps what the checker finds nothing wrong with.
struct RemedyMaker {
    private let admission: Admission
    private let plan: Plan
    private let baseline: Plan?
    private let before: CheckReport
    private var crews = CrewBudget()

    init(_ admission: Admission, _ plan: Plan, baseline: Plan?) {
        (self.admission, self.plan, self.baseline) = (admission, plan, baseline)
        before = Checker(week: admission.plan.week).check(plan, baseline: baseline)
    }

    private var week: Week { admission.plan.week }
    private var request: Int { admission.ways.request }

    /// The release as a remedy; nil where its outcome does not pass the checker.
    mutating func remedy(_ release: MinimalReleases.Release) -> Remedy? {
        let taken = taken(by: release.blockers)
        let changes = ReleaseEdits(release, admission)
        let edits = taken.flatMap(unpinning) + changes.elements.flatMap(\.edits)
        guard let edited = edited(edits) else { return nil }
        let sessions = admission.plan.sessions
        let pairs = taken.compactMap { request in sessions[request].map { (request: request, session: $0) } }
        let layout = ExplainedPlan(
            week: edited, plan: plan, baseline: baseline, focus: Set(taken).union([request]),
            rules: admission.plan.instance.rows.rules
        ).releasing(taken)
        guard let outcome = Rearrangement.best(request, in: layout, replacing: pairs, &crews) else { return nil }
        let moved = movedElements(release.blockers, outcome.moves)
        return remedy(outcome, moved + changes.elements, raised: changes.raised, in: edited)
    }

    /// Remedies that hold what the request waits for, or hold it earlier.
    mutating func first() -> [Remedy] {
        admission.plan.instance.tables.predecessors[request].compactMap { before in
            let layout = ExplainedPlan(
                week: week, plan: plan, baseline: baseline, focus: [request, before],
                rules: admission.plan.instance.rows.rules)
            let was = layout.sessions[before]
            let free = layout.without(before)
            let options = PlanOptions(before, in: free, &crews).free
            guard let outcome = earlier(options, in: free), let now = outcome.plan.sessions[before], now != was else {
                return nil
            }
            let move = SessionMove(from: was, to: now)
            let it = Rearrangement(plan: outcome.plan, moves: [move], session: outcome.session)
            return remedy(it, [element(move, with: [])], raised: 0, in: week)
        }
    }

    /// The best of the options after which the request fits: for each end the cheapest is tried.
    private mutating func earlier(_ options: [PlanOptions.Best], in plan: ExplainedPlan) -> Rearrangement? {
        var ends: Set<Int32> = []
        var best: Rearrangement?
        for option in options.sorted(by: { $0.points < $1.points })
        where ends.insert(plan.instance.placements[option.placement].end).inserted {
            guard let found = Rearrangement.best(request, in: plan.with(option), replacing: [], &crews) else {
                continue
            }
            if let best, found.plan.schedule.objective > best.plan.schedule.objective - 1e-9 { continue }
            best = found
        }
        return best
    }

    /// The requests whose sessions go, those that wait for others behind these.
    private func taken(by blockers: Set<Blocker>) -> [Int] {
        var taken: [Int] = []
        for case .session(let request) in blockers.sorted() {
            for other in admission.plan.schedule.followers(of: request).reversed() where !taken.contains(other) {
                taken.append(other)
            }
        }
        return taken
    }

    private func edited(_ edits: [JSON]) -> Week? {
        if edits.isEmpty { return week }
        return try? Week(document: WeekEdits.apply(.array(edits), to: week.document))
    }

    private func remedy(
        _ outcome: Rearrangement, _ elements: [Remedy.Element], raised: Double, in edited: Week
    ) -> Remedy? {
        guard !elements.isEmpty else { return nil }
        let moves = outcome.moves.filter { $0.from != $0.to }
        var rest = plan
        let gone = Set(moves.map(\.request))
        rest.sessions.removeAll { gone.contains($0.request) }
        rest.sessions += moves.compactMap(\.to) + [outcome.session]
        let after = Checker(week: edited).check(rest, baseline: baseline)
        guard after.violationCount <= before.violationCount else { return nil }
        return Remedy(
            elements: elements, session: outcome.session, moves: moves,
            change: after.terms.change(from: before.terms), raised: raised)
    }

    /// A change for each session that makes room; those that wait for it are told with it.
    private func movedElements(_ blockers: Set<Blocker>, _ moves: [SessionMove]) -> [Remedy.Element] {
        let outcomes = Dictionary(moves.map { ($0.request, $0) }) { first, _ in first }
        return blockers.sorted().compactMap { blocker in
            // One that goes back to where it was has changed nothing that could be told.
            guard case .session(let request) = blocker, let move = outcomes[week.requests[request].id],
                move.from != move.to
            else { return nil }
            let others = admission.plan.schedule.followers(of: request).dropLast().compactMap {
                outcomes[week.requests[$0].id]
            }
            let edits = admission.plan.schedule.followers(of: request).flatMap(unpinning)
            return element(move, with: others.filter { $0.from != $0.to }, edits)
        }
    }

    /// What sets a session free that is pinned.
    private func unpinning(_ request: Int) -> [JSON] {
        if admission.plan.decisions.demands[request] == nil { return [] }
        return [["op": "unpin", "request": .string(week.requests[request].id)]]
    }

    private func element(
        _ move: SessionMove, with others: [SessionMove], _ edits: [JSON] = []
    ) -> Remedy.Element {
        let phrases = ([move] + others).map(MoveText(week).phrase)
        let kind = move.from == nil ? "hold" : move.to == nil ? "drop" : "move"
        let value = week.request(move.request).map { week.requests[$0].value } ?? 0
        var details: [(String, JSON)] = [("request", .string(move.request)), ("value", .number(value))]
        if !others.isEmpty { details.append(("with", .strings(others.map(\.request)))) }
        return Remedy.Element(
            kind,
            phrases.listed(.along), details, edits: edits)
    }
}

/// Tells what becomes of a session that makes room.
struct MoveText {
    private let week: Week

    init(_ week: Week) { self.week = week }

    func phrase(_ move: SessionMove) -> Bilingual {
        let number = week.request(move.request)
        let who = number.map(Names(week).request) ?? move.request
        guard let to = move.to else {
            let value = plainDecimal(number.map { week.requests[$0].value } ?? 0)
            return RemedyText.drop(who, value)
        }
        guard let from = move.from else {
            return RemedyText.hold(who, to.start, to.venue)
        }
        if (from.start, from.venue) != (to.start, to.venue) {
            return RemedyText.move(who, from.start, from.venue, to.start, to.venue)
        }
        let gone = from.crew.filter { !to.crew.contains($0) }.joined(separator: " ")
        let new = to.crew.filter { !from.crew.contains($0) }.joined(separator: " ")
        return RemedyText.exchange(who, new, gone)
    }
}
