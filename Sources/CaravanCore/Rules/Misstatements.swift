extension Checker {
    /// What a plan says of itself and is not so: its week, objective, terms, bound, gap, status, and the
    /// order of its sessions. What it does not state is let be.
    /// - Parameters:
    ///   - plan: The plan.
    ///   - terms: What `check` found, against the same baseline.
    public func misstated(_ plan: Plan, terms: Terms) -> [Misstatement] {
        misstated(plan.document, terms: terms)
    }

    /// The same for a plan document, terms that it states only in part included.
    public func misstated(_ document: JSON, terms: Terms) -> [Misstatement] {
        var wrong: [Misstatement] = []
        let total = terms.total
        if let name = document["week"], name != .string(week.id) {
            wrong.append(Misstatement("week", .otherWeek(name.string ?? name.excerpt(40))))
        }
        wrong += misstatedFormat(document)
        if let said = document["objective"]?.number, isOff(said, total) {
            wrong.append(Misstatement("objective", said, total))
        }
        for (name, said) in document["terms"]?.object?.fields ?? [] {
            let points = terms.named.first { $0.name == name }?.points
            if let said = said.number, let points, !isOff(said, points) { continue }
            wrong.append(
                Misstatement("terms.\(name)", .figure(said: said.excerpt(40), actual: points.map(plainDecimal))))
        }
        wrong += misstatedBound(document, total)
        if !isOrdered(document.list("sessions")) { wrong.append(Misstatement("sessions", .notOrdered)) }
        return wrong + misstatedSites(document.list("sessions"))
    }

    /// The first edition has nothing that another format would say otherwise.
    private func misstatedFormat(_ document: JSON) -> [Misstatement] {
        guard week.edition == .second, let format = document["format"], format != .string(week.edition.planFormat)
        else {
            return []
        }
        return [Misstatement("format", .otherEdition(format.string ?? format.excerpt(40), week: week.edition))]
    }

    private func misstatedSites(_ sessions: [JSON]) -> [Misstatement] {
        guard week.edition == .second else { return [] }
        return sessions.compactMap { session in
            guard let sites = session["sites"] else { return nil }
            let townships = (sites.array ?? []).map { Name($0.text("township")) }
            let isRight = !townships.isEmpty && townships == townships.sorted()
            return isRight ? nil : Misstatement("sessions", .sitesNotOrdered(session.text("request")))
        }
    }

    /// What figures under commitments say and is not so.
    /// - Parameters:
    ///   - figures: What the plan states beside its plain figures.
    ///   - terms: What `check` found, against the same baseline.
    ///   - points: What `commitmentPoints` found.
    public func misstated(_ figures: CommitmentFigures, terms: Terms, points: Double) -> [Misstatement] {
        let total = terms.total + points
        var wrong: [Misstatement] = []
        if isOff(figures.points, points) {
            wrong.append(Misstatement("commitment.points", figures.points, points))
        }
        if isOff(figures.objective, total) {
            wrong.append(Misstatement("commitment.objective", figures.objective, total))
        }
        return wrong + misstatedBound(figures.document, total, under: "commitment.")
    }

    private func misstatedBound(_ document: JSON, _ total: Double, under prefix: String = "") -> [Misstatement] {
        guard let bound = document["bound"]?.number else { return [] }
        var wrong: [Misstatement] = []
        let actual = Plan.gap(objective: total, bound: bound)
        if bound > total + 1e-6 * max(1, total.magnitude) {
            wrong.append(Misstatement(prefix + "bound", .aboveObjective(bound: bound, objective: total)))
        }
        if let gap = document["gap"]?.number, (gap - actual).magnitude > 1e-6 {
            wrong.append(Misstatement(prefix + "gap", gap, actual, places: 9))
        }
        if document["status"]?.string == PlanStatus.optimal.rawValue, actual > 2e-6 {
            wrong.append(Misstatement(prefix + "status", .notOptimal))
        }
        return wrong
    }

    private func isOff(_ said: Double, _ actual: Double) -> Bool {
        (said - actual).magnitude > 1e-6 * max(1, actual.magnitude)
    }

    private func isOrdered(_ sessions: [JSON]) -> Bool {
        let keys = sessions.map { (week.calendar.instance(named: $0.text("start")) ?? -1, Name($0.text("request"))) }
        return zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }
    }
}
