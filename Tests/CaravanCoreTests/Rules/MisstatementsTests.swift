import CaravanCore
import Testing

@Suite("What a plan says of itself")
struct MisstatementsTests {
    private let checker: Checker
    private let terms: Terms

    init() throws {
        checker = Checker(week: try HandWeek.week())
        terms = checker.check(HandWeek.plan).terms
    }

    private func wrong(_ change: (inout Plan) -> Void) -> [String] {
        var plan = HandWeek.plan
        plan.objective = terms.total
        plan.bound = terms.total
        plan.gap = 0
        plan.status = .optimal
        plan.terms = terms
        change(&plan)
        return checker.misstated(plan, terms: terms).map(\.field)
    }

    @Test("A plan that states everything truly is not faulted")
    func truth() {
        #expect(wrong { _ in } == [])
        #expect(checker.misstated(HandWeek.plan, terms: terms) == [])
    }

    @Test("Each thing misstated is named")
    func misstated() {
        #expect(wrong { $0.week = "other" } == ["week"])
        #expect(wrong { $0.objective = terms.total + 1 } == ["objective"])
        #expect(wrong { $0.terms?.caps += 1 } == ["terms.caps"])
        #expect(wrong { $0.bound = terms.total + 1 } == ["bound", "gap"])
        #expect(wrong { $0.bound = terms.total - 1 } == ["gap", "status"])
        #expect(wrong { $0.gap = 0.1 } == ["gap"])
        #expect(wrong { $0.sessions.swapAt(0, 2) } == ["sessions"])
    }

    @Test("Terms that are stated only in part are compared only in part")
    func partialTerms() {
        let document: JSON = ["sessions": [], "terms": ["unserved": 200, "luck": 5]]
        #expect(
            checker.misstated(document, terms: terms) == [
                Misstatement("terms.luck", .figure(said: "5", actual: nil))
            ])
    }
}
