import CaravanCore

extension Instance {
    /// Enumerates the placements of a week and lays everything out for the solver.
    /// - Parameters:
    ///   - commitments: How firmly the sessions of the baseline have been promised.
    ///   - requests: Where given, only what is demanded of these requests counts, and only they and what they wait for
    ///     get placements.
    ///   - likely: A plan whose sessions get a placement even where time is over before all are enumerated.
    ///   - trial: Tries what would help where pins have no placement.
    ///   - explains: Whether it is said why; else the error is bare.
    ///   - rules: Kept besides the rules of the domain.
    ///   - allowance: Memory and time. Where time does not suffice the instance may be a part of the week (`isPartial`).
    /// - Throws: `SolveError.unknownFreezePoint`, `SolveError.tooLarge`, `SolveError.stopped` where
    ///   time does not suffice, `SolveError.infeasible` naming each pin or frozen session that no placement can keep.
    convenience init(
        week: Week, baseline: Plan? = nil, freeze: String? = nil, commitments: Commitments = Commitments(),
        demanding requests: Set<Int>? = nil, likely: Plan? = nil, rules: RowRules = .standard,
        allowance: Allowance = Allowance(), trial: DemandTrial? = nil, explains: Bool = true
    ) throws(SolveError) {
        var decisions = try Decisions(week: week, baseline: baseline, freeze: freeze, commitments: commitments)
        if let requests { decisions = decisions.demanding(requests) }
        let precedence = Precedence(week: week, demanded: Set(decisions.demands.keys))
        let listed = week.requests.indices.filter { requests == nil || precedence.mustHold[$0] }
        try decisions.requireRoom(allowance.memory, for: listed, in: week)
        var enumeration = PlacementEnumeration(
            week: week, decisions: decisions, rules: rules, deadline: allowance.deadline)
        let focus = likely.map { PlacementFocus(on: [], in: $0, of: week) }
        enumeration.run(order: precedence, onlyMustHold: requests != nil, likely: focus)
        if enumeration.isPartial, !allowance.mayBePartial { throw .stopped }
        if !enumeration.isPartial,
            precedence.mustHold.indices.contains(where: { precedence.mustHold[$0] && enumeration.ofRequest[$0].isEmpty }
            )
        {
            guard explains else { throw .infeasible([]) }
            let unmet = UnmetDemands(week: week, decisions: decisions, precedence: precedence, trial: trial)
            throw .infeasible(unmet.contradictions(enumeration.ofRequest))
        }
        self.init(week: week, decisions: decisions, precedence: precedence, enumeration: enumeration)
    }
}
