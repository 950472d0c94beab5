import CaravanCore

extension Instance {
    /// Enumerates the placements of a week and lays everything out for the solver.
    /// - Throws: `SolveError.badParameters` for an unknown freeze point, `SolveError.infeasible` naming each pin or
    ///   frozen session that no placement can keep.
    convenience init(week: Week, baseline: Plan? = nil, freeze: String? = nil) throws(SolveError) {
        let decisions = try Decisions(week: week, baseline: baseline, freeze: freeze)
        let precedence = Precedence(week: week, demanded: Set(decisions.demands.keys))
        var enumeration = PlacementEnumeration(week: week, decisions: decisions)
        enumeration.run(order: precedence)
        let broken = enumeration.unmetDemands(precedence)
        if !broken.isEmpty { throw .infeasible(broken) }
        self.init(week: week, decisions: decisions, precedence: precedence, enumeration: enumeration)
    }

    /// Two needs of one pool can ask for the same member.
    static func needsOverlap(_ request: Request) -> Bool {
        Set(request.needs.map(\.pool)).count < request.needs.count
    }
}
