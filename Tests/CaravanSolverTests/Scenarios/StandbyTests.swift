import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Substitutes")
struct StandbyTests {
    @Test(
        "a plan with the substitute in place keeps every rule and changes by what is said, and nobody else would do better"
    )
    func substitutes() throws {
        var crowded = CrowdedWeek(seed: 4)
        let week = try crowded.week()
        let instance = try Instance(week: week)
        var search = Search(instance, seed: 1)
        search.construct()
        _ = search.run(2_000)
        let plan = Plan(week: week.id, sessions: search.best.assignments.map(instance.session))
        let before = Checker(week: week).check(plan)
        let list = try Standby.list(week: week, plan: plan)
        #expect(list.count == plan.sessions.reduce(0) { $0 + $1.crew.count })
        #expect(list.contains { $0.substitute != nil } && list.contains { $0.choices == 0 })
        for it in list {
            let changes = week.members.map(\.id).compactMap { other -> (id: String, points: Double)? in
                guard let report = replace(it, by: other, in: plan, week), report.isSound else { return nil }
                return (other, report.terms.total - before.terms.total)
            }
            #expect(changes.count == it.choices, "\(it)")
            #expect((it.substitute == nil) == changes.isEmpty, "\(it)")
            guard let least = changes.map(\.points).min() else { continue }
            #expect(abs(it.points - least) < 1e-6, "\(it)")
            #expect(changes.contains { $0.id == it.substitute && $0.points - least < 1e-6 }, "\(it)")
        }
    }

    /// The plan with somebody else in the place of a member; nil where he is in the crew already.
    private func replace(_ it: Standby, by other: String, in plan: Plan, _ week: Week) -> CheckReport? {
        var changed = plan
        guard let at = changed.sessions.firstIndex(where: { $0.request == it.request }),
            !changed.sessions[at].crew.contains(other)
        else { return nil }
        changed.sessions[at].crew.removeAll { $0 == it.member }
        changed.sessions[at].crew.append(other)
        return Checker(week: week).check(changed)
    }

    @Test("a member that a pin demands has no substitute")
    func pinned() throws {
        var crowded = CrowdedWeek(seed: 4)
        let plain = try crowded.week()
        let request = try #require(plain.requests.first { !$0.needs.isEmpty && $0.after.isEmpty })
        for member in plain.members where request.needs.contains(where: member.fits) {
            let edits: JSON = [["op": "pin", "request": .string(request.id), "crew": [.string(member.id)]]]
            let week = try Week(document: WeekEdits.apply(edits, to: plain.document))
            guard let instance = try? Instance(week: week) else { continue }
            var search = Search(instance, seed: 1)
            search.construct()
            guard search.best.missing == 0 else { continue }
            let plan = Plan(week: week.id, sessions: search.best.assignments.map(instance.session))
            let own = try Standby.list(week: week, plan: plan).filter {
                $0.request == request.id && $0.member == member.id
            }
            #expect(own.count == 1 && own.allSatisfy { $0.choices == 0 && $0.substitute == nil })
            return
        }
        Issue.record("nobody could be pinned")
    }
}
