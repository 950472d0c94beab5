import CaravanCore

/// Puts a request into a plan from which some sessions were taken, and these sessions where they fit best then.
struct Rearrangement {
    let plan: ExplainedPlan
    let moves: [SessionMove]
    let session: Session

    /// Placements of the request that are tried, the cheapest first.
    private static let mostTried = 4

    /// The best outcome; nil where the request finds no place.
    /// - Parameters:
    ///   - request: The request; not held in the plan.
    ///   - plan: The plan without the sessions taken.
    ///   - taken: The sessions taken, by request, in an order in which those that wait for others come later.
    ///   - obliged: Requests that must be held again.
    static func best(
        _ request: Int, in plan: ExplainedPlan, replacing taken: [(request: Int, session: Session)],
        _ crews: inout CrewBudget, among indices: [Int]? = nil
    ) -> Rearrangement? {
        let options = PlanOptions(request, in: plan, &crews, among: indices).free.sorted { $0.points < $1.points }
        var best: (plan: ExplainedPlan, moves: [SessionMove], option: PlanOptions.Best)?
        for option in options.prefix(taken.isEmpty ? 1 : mostTried) {
            guard let (outcome, moves) = restore(taken, to: plan.with(option), &crews) else { continue }
            if let best, outcome.schedule.objective > best.plan.schedule.objective - 1e-9 { continue }
            best = (outcome, moves, option)
        }
        guard let best else { return nil }
        return Rearrangement(plan: best.plan, moves: best.moves, session: best.plan.session(of: best.option))
    }

    /// Puts sessions back where they cost least, and leaves out those that are not worth it; nil where one must be held
    /// and finds no place.
    static func restore(
        _ taken: [(request: Int, session: Session)], to plan: ExplainedPlan, _ crews: inout CrewBudget
    ) -> (plan: ExplainedPlan, moves: [SessionMove])? {
        var plan = plan
        var moves: [SessionMove] = []
        for (request, was) in taken {
            let isObliged = plan.instance.mustHold[request]
            let best = PlanOptions(request, in: plan, &crews).best
            if let best, isObliged || best.points < plan.instance.unheldCost[request] {
                plan = plan.with(best)
                moves.append(SessionMove(from: was, to: plan.session(of: best)))
            } else if isObliged {
                return nil
            } else {
                moves.append(SessionMove(from: was, to: nil))
            }
        }
        return (plan, moves)
    }
}

extension ExplainedPlan {
    /// An option of a request in the words of the plan document.
    func session(of option: PlanOptions.Best) -> Session {
        let venue = Int(instance.venueCandidates[option.venueCandidate].venue)
        return instance.session(Assignment(placement: option.placement, venue: venue, crew: option.crew))
    }
}
