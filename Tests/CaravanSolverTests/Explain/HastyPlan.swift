import CaravanCore
import TestSupport

/// A sound plan made without any care: each request in turn gets one of the sessions that fit, so moving things pays.
struct HastyPlan {
    let plan: Plan

    /// - Parameters:
    ///   - week: A week small enough for every session to be looked at.
    ///   - chance: How often a request is tried at all.
    init?(_ week: Week, chance: Double = 0.8, _ random: inout SeededGenerator) {
        let checker = Checker(week: week)
        var plan = Plan(week: week.id, sessions: [])
        for sessions in EveryPlan(week).sessions where random.chance(chance) {
            for session in sessions.shuffled(using: &random) {
                var longer = plan
                longer.sessions.append(session)
                if checker.check(longer).violations.contains(where: { $0.rule != .H11 }) { continue }
                plan = longer
                break
            }
        }
        guard checker.check(plan).isSound else { return nil }
        self.plan = plan.sorted(by: week)
    }
}
