import CaravanLanguage

extension Checker {
    /// What a plan says of itself and is not so, a sentence each: its week, objective, terms, bound, gap, status, and the
    /// order of its sessions. What it does not state is let be.
    /// - Parameters:
    ///   - plan: The plan.
    ///   - terms: What `check` found, against the same baseline.
    public func misstated(_ plan: Plan, terms: Terms) -> [Bilingual] {
        misstated(plan.document, terms: terms)
    }

    /// The same for a plan document, terms that it states only in part included.
    public func misstated(_ document: JSON, terms: Terms) -> [Bilingual] {
        var wrong: [Bilingual] = []
        let total = terms.total
        if let name = document["week"], name != .string(week.id) {
            wrong.append(PlanMisstatement.week(name.string ?? name.excerpt(40)))
        }
        if let said = document["objective"]?.number, isOff(said, total) {
            wrong.append(PlanMisstatement.figure("objective", plainDecimal(said), fixedDecimal(total, places: 6)))
        }
        for (name, said) in document["terms"]?.object?.fields ?? [] {
            let points = terms.named.first { $0.name == name }?.points
            if let said = said.number, let points, !isOff(said, points) { continue }
            wrong.append(
                PlanMisstatement.figure(
                    "terms.\(name)", said.excerpt(40),
                    points.map { plainDecimal($0).bilingual } ?? Word.nothing.bilingual))
        }
        wrong += misstatedBound(document, total)
        if !isOrdered(document.list("sessions")) {
            wrong.append(PlanMisstatement.order.bilingual)
        }
        return wrong
    }

    /// What figures under commitments say and is not so, a sentence each.
    /// - Parameters:
    ///   - figures: What the plan states beside its plain figures.
    ///   - terms: What `check` found, against the same baseline.
    ///   - points: What `commitmentPoints` found.
    public func misstated(_ figures: CommitmentFigures, terms: Terms, points: Double) -> [Bilingual] {
        let total = terms.total + points
        var wrong: [Bilingual] = []
        if isOff(figures.points, points) {
            wrong.append(
                PlanMisstatement.figure(
                    "commitment.points", plainDecimal(figures.points), fixedDecimal(points, places: 6)))
        }
        if isOff(figures.objective, total) {
            wrong.append(
                PlanMisstatement.figure(
                    "commitment.objective", plainDecimal(figures.objective), fixedDecimal(total, places: 6)))
        }
        return wrong + misstatedBound(figures.document, total).map { "commitment.".bilingual + $0 }
    }

    private func misstatedBound(_ document: JSON, _ total: Double) -> [Bilingual] {
        guard let bound = document["bound"]?.number else { return [] }
        var wrong: [Bilingual] = []
        let actual = Plan.gap(objective: total, bound: bound)
        if bound > total + 1e-6 * max(1, total.magnitude) {
            wrong.append(PlanMisstatement.bound(plainDecimal(bound), fixedDecimal(total, places: 6)))
        }
        if let gap = document["gap"]?.number, (gap - actual).magnitude > 1e-6 {
            wrong.append(PlanMisstatement.figure("gap", plainDecimal(gap), fixedDecimal(actual, places: 9)))
        }
        if document["status"]?.string == PlanStatus.optimal.rawValue, actual > 2e-6 {
            wrong.append(PlanMisstatement.status.bilingual)
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
