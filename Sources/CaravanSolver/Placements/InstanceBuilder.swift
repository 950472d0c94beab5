import CaravanCore

extension Instance {
    /// Enumerates the placements of a week and lays everything out for the solver.
    /// - Parameters:
    ///   - commitments: How firmly the sessions of the baseline have been promised.
    ///   - requests: Where given, only what is demanded of these requests counts, and only they and what they wait for
    ///     get placements.
    /// - Throws: `SolveError.badParameters` for an unknown freeze point, `SolveError.infeasible` naming each pin or
    ///   frozen session that no placement can keep.
    convenience init(
        week: Week, baseline: Plan? = nil, freeze: String? = nil, commitments: Commitments = Commitments(),
        demanding requests: Set<Int>? = nil
    ) throws(SolveError) {
        var decisions = try Decisions(week: week, baseline: baseline, freeze: freeze, commitments: commitments)
        if let requests { decisions = decisions.demanding(requests) }
        let precedence = Precedence(week: week, demanded: Set(decisions.demands.keys))
        var enumeration = PlacementEnumeration(week: week, decisions: decisions)
        enumeration.run(order: precedence, onlyMustHold: requests != nil)
        if precedence.mustHold.indices.contains(where: { precedence.mustHold[$0] && enumeration.ofRequest[$0].isEmpty })
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
