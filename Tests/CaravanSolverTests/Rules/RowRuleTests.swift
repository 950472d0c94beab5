import CaravanCore
import GLPK
import TestSupport
import Testing

@testable import CaravanSolver

/// A random small week with its best plans with and without a rule, found by looking at every plan.
struct RuledWeek {
    let week: Week
    let rules: RowRules
    let instance: Instance
    let plan: Plan
    let optimum: Double
    /// Without the rule.
    let freePlan: Plan
    let freeOptimum: Double

    /// The sessions of both plans.
    var columns: [SessionColumn] {
        var pool = SessionPool(instance)
        for session in plan.sessions + freePlan.sessions {
            if let column = instance.assignment(session).flatMap(instance.column) { pool.add(column) }
        }
        return pool.columns
    }

    /// Whether the rule costs anything.
    var binds: Bool { optimum > freeOptimum + 1e-6 }

    static func some(_ count: Int, _ rule: TopicLimit, _ weeks: inout SmallWeek) throws -> [RuledWeek] {
        let rules = RowRules([rule])
        var found: [RuledWeek] = []
        while found.count < count {
            let week = try Week(document: onOneDate(weeks.document()))
            let every = EveryPlan(week)
            guard every.count <= 5_000, let free = every.best(),
                let kept = every.best(ofEach: { rule.isKept(by: $0, of: week) ? 1 : 0 })[1],
                let instance = try? Instance(week: week, rules: rules)
            else { continue }
            found.append(
                RuledWeek(
                    week: week, rules: rules, instance: instance, plan: kept.plan, optimum: kept.objective,
                    freePlan: free.plan, freeOptimum: free.objective))
        }
        return found
    }

    /// The same week with all requests of one topic and on one date: the rule then has something to do.
    private static func onOneDate(_ document: JSON) -> JSON {
        guard case .object(var week) = document, case .array(let requests)? = week["requests"] else { return document }
        week["requests"] = .array(
            requests.map { request in
                guard case .object(var request) = request else { return request }
                request["topic"] = "ai"
                request["slots"] = ["2025-05-24.am", "2025-05-24.pm"]
                return .object(request)
            })
        return .object(week)
    }
}

extension SolvingTests {
    @Suite("A rule that the solver does not know, added by what sessions take of its rows")
    struct RowRuleTests {
        private let rule = TopicLimit(most: 1)

        @Test("solves of random small weeks end, proven, with the best of the plans that keep it")
        func solved() async throws {
            var weeks = SmallWeek(SeededGenerator(for: "solves under a made-up rule"))
            let some = try RuledWeek.some(30, rule, &weeks)
            for it in some {
                var parameters = SolveParameters(isCounted: true)
                parameters.rules = it.rules
                let solve = try await solve(it.week, parameters)
                let slack = 1e-6 * max(1, it.optimum)
                #expect(rule.isKept(by: solve.plan, of: it.week), "\(it.week.document.text)")
                #expect(abs(solve.objective - it.optimum) <= slack, "\(it.week.document.text)")
                #expect(solve.outcome.termination == .optimal, "\(it.week.document.text)")
            }
            #expect(some.count(where: \.binds) >= 5)
        }

        @Test("the search by itself never leaves it, and finds the best plans")
        func searched() throws {
            var weeks = SmallWeek(SeededGenerator(for: "searches under a made-up rule"))
            var best = 0
            for it in try RuledWeek.some(25, rule, &weeks) {
                var search = Search(it.instance, seed: weeks.generator.next())
                search.construct()
                for _ in 0..<40 {
                    _ = search.run(50)
                    let plan = Plan(week: it.week.id, sessions: search.best.assignments.map(it.instance.session))
                    #expect(rule.isKept(by: plan, of: it.week), "\(it.week.document.text)")
                }
                if search.best.objective <= it.optimum + 1e-6 { best += 1 }
            }
            #expect(best >= 22, "only \(best) of 25")
        }

        @Test("the bound is below the best plan that keeps it, at any multipliers, and no lower than without the rule")
        func bounded() throws {
            var weeks = SmallWeek(SeededGenerator(for: "bounds under a made-up rule"))
            var (with, without) = (0.0, 0.0)
            for it in try RuledWeek.some(25, rule, &weeks) {
                for _ in 0..<20 {
                    let point = PricePoint(drawnFor: it.instance, &weeks.generator)
                    let bound = Pricing(it.instance).priced(at: point).bound
                    #expect(bound <= it.optimum + 1e-6, "\(it.week.document.text)")
                }
                let (bound, free) = (
                    climbed(it.instance, it.optimum), climbed(try Instance(week: it.week), it.freeOptimum)
                )
                #expect(bound <= it.optimum + 1e-6, "\(it.week.document.text)")
                #expect(bound >= free - 0.02 * max(1, it.optimum), "\(it.week.document.text)")
                if it.binds { (with, without) = (with + bound, without + free) }
            }
            #expect(with > without, "where the rule costs points the bound shows it: \(with) beside \(without)")
        }

        private func climbed(_ instance: Instance, _ optimum: Double) -> Double {
            var ascent = LagrangianAscent(instance)
            for _ in 0..<400 where !ascent.hasConverged { _ = ascent.step(towards: optimum) }
            return ascent.bestBound
        }

        @Test("prices of its rows are found again by name in the next solve")
        func carried() throws {
            var crowded = CrowdedWeek(seed: 5, requests: 30)
            let instance = try Instance(week: crowded.week(), rules: RowRules([rule]))
            var ascent = LagrangianAscent(instance)
            for _ in 0..<200 { _ = ascent.step(towards: 3_000) }
            let prices = instance.rows.groups.filter {
                instance.groups[$0 - instance.rows.groups.lowerBound].kind == .rowRule && ascent.best.value[$0] > 0
            }
            #expect(!prices.isEmpty)
            let bytes = ascent.duals.encoded
            let start = try #require(DualStart(encoded: bytes))
            let again = LagrangianAscent(instance, from: start)
            for row in prices { #expect(again.best.value[row] == Double(Float(ascent.best.value[row]))) }
        }

        @Test(
            "the plain integer program and the master program over sessions have it as rows, also where starts count differently",
            arguments: [TopicLimit(most: 1), TopicLimit(most: 2, late: 2)])
        func programmed(_ rule: TopicLimit) throws {
            var weeks = SmallWeek(SeededGenerator(for: "programs under a made-up rule"))
            for it in try RuledWeek.some(20, rule, &weeks) {
                let found = try solveToTheEnd(try Formulation(it.instance, named: true))
                let objective = try #require(found?.objective, "\(it.week.document.text)")
                #expect(abs(objective - it.optimum) <= 1e-6 * max(1, it.optimum), "\(it.week.document.text)")
                let best = try #require(try bestOfMaster(it), "\(it.week.document.text)")
                #expect(abs(best.objective - it.optimum) < 1e-5, "\(it.week.document.text)")
            }
        }

        private func bestOfMaster(_ it: RuledWeek) throws -> Schedule? {
            let master = SessionMaster(
                Pricing(it.instance), TripShares(it.instance), sessions: it.columns, isInteger: true)
            let values = try GLPK.run { environment in
                try environment.problem(master.program).integer(IntegerOptions(timeLimit: 60)).values
            }
            return values.flatMap(master.plan)
        }

        @Test("a request that it keeps out is told so in both languages, with the sessions that could make room")
        func explained() throws {
            var sample = SampleWeek()
            sample.requests = [
                SampleWeek.request("r1"),
                SampleWeek.request("r2", ["audience": "elderly", "slots": ["2025-05-24.am"]]),
            ]
            let week = try sample.week()
            let held = Session(
                request: "r1", start: "2025-05-24.pm", township: "north", venue: "v1", crew: ["e1"])
            let plan = Plan(week: week.id, sessions: [held])
            let rules = RowRules([rule])
            #expect(UnheldReasons.reasons(week: week, plan: plan).map(\.code) == [.possible])
            let reason = try #require(UnheldReasons.reasons(week: week, plan: plan, rules: rules).first)
            #expect(reason.code == .capReached && reason.rules.map(\.rule) == ["H1", "H10"])
            #expect(reason.text.contains("ai c 2025-05-24 has 1 sessions"), "\(reason.text)")
            #expect(reason.chinese.contains("已有1场活动"), "\(reason.chinese)")
            let explanation = try #require(RequestExplanation("r2", in: plan, of: week, rules: rules))
            #expect(explanation.nearest.first?.record.text.contains("has 1 sessions") == true)
            #expect(explanation.remedies.first?.record.text.contains("r1") == true, "\(explanation.remedies)")
        }
    }
}
