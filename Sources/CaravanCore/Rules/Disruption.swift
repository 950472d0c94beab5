extension Checker {
    /// Points that commitments add to the disruption of a plan: Σ (factor − 1) · disruption over the baseline's sessions.
    /// A session whose request the week no longer has counts by the week's weights, whatever it was marked.
    public func commitmentPoints(of plan: Plan, against baseline: Plan, under commitments: Commitments) -> Double {
        if commitments.isNeutral { return 0 }
        var log = ViolationLog()
        let held = HeldSessions(plan.sessions, in: week, &log)
        return disruption(held, against: baseline, under: commitments) - disruption(held, against: baseline)
    }

    /// Disruption of the baseline's sessions and their sites, points; without commitments the term of the objective.
    func disruption(
        _ held: HeldSessions, against baseline: Plan, under commitments: Commitments = Commitments()
    ) -> Double {
        baseline.sessions.reduce(0) { points, was in
            let request = week.request(was.request)
            let state = request == nil ? .published : commitments.state(of: was.request)
            let weights = DisruptionWeights(week.weights, state)
            guard let request, let now = held.session(of: request) else { return points + weights.drop }
            return points + weights.points(from: was, to: now.session) + sites(of: was, now, request, weights)
        }
    }

    /// Disruption of the sites of one baseline session that is held; its own move counts once for all of them.
    private func sites(of was: Session, _ now: HeldSession, _ request: Int, _ weights: DisruptionWeights) -> Double {
        guard week.edition == .second else { return 0 }
        let credit = week.requests[request].siteCredit
        return was.sites.reduce(0) { $0 + credit * weights.points(from: $1, to: now.site(in: $1.township)) }
    }
}
