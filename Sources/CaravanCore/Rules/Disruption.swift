extension Checker {
    /// Points that commitments add to the disruption of a plan: Σ (factor − 1) · disruption over the baseline's sessions.
    /// A session whose request the week no longer has counts by the week's weights, whatever it was marked.
    public func commitmentPoints(of plan: Plan, against baseline: Plan, under commitments: Commitments) -> Double {
        if commitments.isNeutral { return 0 }
        var log = ViolationLog()
        let held = HeldSessions(plan.sessions, in: week, &log)
        return disruption(held, against: baseline, under: commitments) - disruption(held, against: baseline)
    }

    /// Disruption of the baseline's sessions, points; without commitments the term of the objective.
    func disruption(
        _ held: HeldSessions, against baseline: Plan, under commitments: Commitments = Commitments()
    ) -> Double {
        baseline.sessions.reduce(0) { points, was in
            let request = week.request(was.request)
            let state = request == nil ? .published : commitments.state(of: was.request)
            let now = request.flatMap(held.session(of:))?.session
            return points + DisruptionWeights(week.weights, state).points(from: was, to: now)
        }
    }
}
