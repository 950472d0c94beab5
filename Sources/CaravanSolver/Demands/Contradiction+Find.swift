import CaravanCore

extension Contradiction {
    /// Looks whether pins, frozen sessions and hard limits of a week can be kept together at all.
    /// - Parameters:
    ///   - week: The week.
    ///   - baseline: The plan whose sessions a freeze point keeps.
    ///   - freeze: Freeze point, `DATE.slotId`.
    ///   - seconds: Wall time; where it does not suffice nothing is found.
    ///   - control: Its stop ends the search, too.
    /// - Returns: A set of demands and limits that contradict each other, none of which can be left out; empty where none
    ///   is found.
    /// - Throws: `SolveError.unknownFreezePoint`.
    public static func find(
        in week: Week, baseline: Plan? = nil, freeze: String? = nil, seconds: Double,
        control: SolveControl = SolveControl()
    ) throws(SolveError) -> [Contradiction] {
        let parameters = SolveParameters(limit: seconds, baseline: baseline, freeze: freeze)
        do throws(SolveError) {
            if week.pins.isEmpty && freeze == nil { return [] }
            let watch = Stopwatch()
            let trial = DemandTrial(parameters, control, watch)
            // Nothing but what is demanded matters.
            let instance = try Instance(
                week: week, baseline: baseline, freeze: freeze, demanding: Set(week.requests.indices),
                allowance: Allowance(deadline: trial.deadline), trial: trial)
            if instance.tables.demandSources.isEmpty { return [] }
            let board = Board(instance, parameters, control, watch: watch) { _ in }
            DemandCheck(board).run()
            return board.contradiction
        } catch {
            guard case .infeasible(let found) = error else { throw error }
            return found
        }
    }
}
