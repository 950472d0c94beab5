import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Remedies against every session")
struct RemedyAgainstCheckerTests {
    /// A small week with a plan that leaves some requests out.
    private struct Case {
        let week: Week
        let plan: Plan

        init?(_ weeks: inout SmallWeek) throws {
            let week = try Week(document: weeks.document())
            guard let hasty = HastyPlan(week, &weeks.generator) else { return nil }
            (self.week, self.plan) = (week, hasty.plan)
        }

        /// A request and all that wait for it.
        static func followers(of request: String, _ week: Week) -> Set<String> {
            var all: Set<String> = [request]
            for _ in week.requests {
                for it in week.requests where it.after.contains(where: { all.contains(week.requests[$0].id) }) {
                    all.insert(it.id)
                }
            }
            return all
        }

        var unheld: [Request] {
            let held = Set(plan.sessions.map(\.request))
            return week.requests.filter { !held.contains($0.id) }
        }

        /// Whether some session of a request stands beside others in an edited week.
        func fits(_ request: String, without gone: Set<String>, _ edits: [JSON]) throws -> Bool {
            let week = try Week(document: WeekEdits.apply(.array(edits), to: week.document))
            let number = try #require(week.request(request))
            var rest = plan
            rest.sessions.removeAll { gone.contains($0.request) }
            let checker = Checker(week: week)
            #expect(checker.check(rest).violations.allSatisfy { $0.rule == .H11 }, "\(edits)")
            return EveryPlan(week).sessions[number].contains { session in
                var plan = rest
                plan.sessions.append(session)
                return checker.check(plan).isSound
            }
        }
    }

    /// An edit that waives what it changes, however much that is.
    private func widened(_ edit: JSON) -> JSON {
        guard var fields = edit.object else { return edit }
        if fields["limit"] != nil { fields["limit"] = 1e9 }
        if var set = fields["set"]?.object {
            for key in ["atMost", "maxPerDay", "maxPerWeek", "maxMinutes", "capacity"] where set[key] != nil {
                set[key] = 1e6
            }
            for key in ["away", "closed"] where set[key] != nil { set[key] = [] }
            fields["set"] = .object(set)
        }
        return .object(fields)
    }

    @Test("Each remedy stands, changes the terms as it says, and lets nothing in without any one of its changes")
    func standsAndIsMinimal() throws {
        var weeks = SmallWeek(SeededGenerator(for: "remedies", seed: 11))
        var (explained, remedies, elements, combined) = (0, 0, 0, 0)
        for _ in 1...150 where explained < 40 {
            guard let it = try Case(&weeks) else { continue }
            for request in it.unheld {
                let explanation = try #require(RequestExplanation(request.id, in: it.plan, of: it.week))
                let fits = try it.fits(request.id, without: [], [])
                #expect(explanation.alternatives.isEmpty == !fits)
                #expect(explanation.remedies.isEmpty == fits, "\(request.id) of \(it.week.document.text)")
                explained += 1
                for remedy in explanation.remedies {
                    try stands(remedy, request.id, it)
                    try isMinimal(remedy, request.id, it)
                    remedies += 1
                    elements += remedy.elements.count
                    if remedy.elements.count > 1 { combined += 1 }
                }
            }
        }
        print("remedies: \(explained) requests, \(remedies) remedies of \(elements) changes, \(combined) combined")
        #expect(explained >= 20 && remedies >= 40 && combined >= 5)
    }

    private func stands(_ remedy: Remedy, _ request: String, _ it: Case) throws {
        let week = try Week(document: WeekEdits.apply(.array(remedy.edits), to: it.week.document))
        var plan = it.plan
        let moved = Set(remedy.moves.map(\.request))
        plan.sessions.removeAll { moved.contains($0.request) }
        plan.sessions += remedy.moves.compactMap(\.to) + [remedy.session]
        let (before, after) = (Checker(week: it.week).check(it.plan), Checker(week: week).check(plan))
        #expect(after.isSound, "\(after.violations)")
        #expect(remedy.session.request == request)
        for ((now, was), change) in zip(zip(after.terms.named, before.terms.named), remedy.change.named) {
            #expect(abs(now.points - was.points - change.points) < 1e-8, "\(change.name)")
        }
    }

    private func isMinimal(_ remedy: Remedy, _ request: String, _ it: Case) throws {
        for left in remedy.elements.indices {
            var others = remedy.elements
            others.remove(at: left)
            let gone = others.filter { ["move", "drop"].contains($0.kind) }.reduce(into: Set<String>()) {
                $0.formUnion(Case.followers(of: $1.details["request"]?.string ?? "", it.week))
            }
            let edits = others.flatMap(\.edits).map(widened)
            let fits = try it.fits(request, without: gone, edits)
            #expect(!fits, "\(remedy.record.text) without change \(left) in \(it.week.document.text)")
        }
    }

    @Test("Whether a request is admitted with one thing out of the way is as trying every session says")
    func admission() throws {
        var weeks = SmallWeek(SeededGenerator(for: "admission", seed: 5))
        var (yes, no) = (0, 0)
        for _ in 1...120 where yes + no < 400 {
            guard let it = try Case(&weeks) else { continue }
            for request in it.unheld {
                let number = try #require(it.week.request(request.id))
                let layout = ExplainedPlan(week: it.week, plan: it.plan, baseline: nil, focus: [number])
                var admission = Admission(WeekOptions(number, in: layout), in: layout)
                for (blocker, gone, edits) in questions(it, admission.immovable) {
                    let answer = admission.admits(releasing: [blocker])
                    let truth = try it.fits(request.id, without: gone, edits)
                    #expect(answer == truth, "\(blocker) for \(request.id) of \(it.week.document.text)")
                    if truth { yes += 1 } else { no += 1 }
                }
            }
        }
        print("admission: \(yes) yes, \(no) no")
        #expect(yes >= 8 && no >= 20)
    }

    private func questions(_ it: Case, _ immovable: Set<Int>) -> [(Blocker, Set<String>, [JSON])] {
        var all: [(Blocker, Set<String>, [JSON])] = it.week.funds.enumerated().map { number, fund in
            (.fund(number), [], [["op": "limit", "fund": .string(fund.id), "limit": 1e9]])
        }
        let pinned = Set(it.week.pins.map { it.week.requests[$0.request].id })
        for session in it.plan.sessions {
            let gone = Case.followers(of: session.request, it.week)
            guard let number = it.week.request(session.request), !immovable.contains(number) else { continue }
            let edits = gone.intersection(pinned).sorted().map { ["op": "unpin", "request": .string($0)] as JSON }
            all.append((.session(number), gone, edits))
        }
        for (number, member) in it.week.members.enumerated() {
            let kind: JSON = member.pool == .kits ? "kit" : "expert"
            func change(_ set: JSON) -> [JSON] {
                [["op": "change", "kind": kind, "id": .string(member.id), "set": set]]
            }
            all.append((.away(number), [], change(["away": []])))
            all.append((.limit(number), [], change(["maxPerDay": 99, "maxPerWeek": 99])))
            all.append((.reach(number), [], change(["maxMinutes": 10_000])))
        }
        return all
    }
}
