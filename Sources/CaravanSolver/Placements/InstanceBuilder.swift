import CaravanCore

extension Instance {
    /// Enumerates the placements of a week and lays everything out for the solver.
    /// - Parameters:
    ///   - commitments: How firmly the sessions of the baseline have been promised.
    ///   - requests: Where given, only what is demanded of these requests counts, and only they and what they wait for
    ///     get placements.
    ///   - likely: A plan whose sessions get a placement even where time is over before all are enumerated.
    ///   - allowance: Memory and time. Where time does not suffice the instance is a part of the week (`isPartial`).
    /// - Throws: `SolveError.badParameters` for an unknown freeze point, `SolveError.tooLarge`, `SolveError.infeasible`
    ///   naming each pin or frozen session that no placement can keep.
    convenience init(
        week: Week, baseline: Plan? = nil, freeze: String? = nil, commitments: Commitments = Commitments(),
        demanding requests: Set<Int>? = nil, likely: Plan? = nil, allowance: Allowance = Allowance()
    ) throws(SolveError) {
        var decisions = try Decisions(week: week, baseline: baseline, freeze: freeze, commitments: commitments)
        if let requests { decisions = decisions.demanding(requests) }
        let precedence = Precedence(week: week, demanded: Set(decisions.demands.keys))
        let listed = week.requests.indices.filter { requests == nil || precedence.mustHold[$0] }
        try decisions.requireRoom(allowance.memory, for: listed, in: week)
        var enumeration = PlacementEnumeration(week: week, decisions: decisions, deadline: allowance.deadline)
        let focus = likely.map { PlacementFocus(on: [], in: $0, of: week) }
        enumeration.run(order: precedence, onlyMustHold: requests != nil, likely: focus)
        if !enumeration.isPartial,
            precedence.mustHold.indices.contains(where: { precedence.mustHold[$0] && enumeration.ofRequest[$0].isEmpty })
        {
            let unmet = UnmetDemands(week: week, decisions: decisions, precedence: precedence)
            throw .infeasible(unmet.contradictions(enumeration.ofRequest))
        }
        self.init(week: week, decisions: decisions, precedence: precedence, enumeration: enumeration)
    }

    /// Two needs of one pool can ask for the same member.
    static func needsOverlap(_ request: Request) -> Bool {
        Set(request.needs.map(\.pool)).count < request.needs.count
    }
}
