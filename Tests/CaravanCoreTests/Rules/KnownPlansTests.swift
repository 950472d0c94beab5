import CaravanCore
import TestSupport
import Testing

@Suite("Known plans")
struct KnownPlansTests {
    @Test("Known plans keep every rule and state their objective truly")
    func knownPlans() throws {
        for known in try AgreementWeeks.replans() {
            let checker = Checker(week: try Week(document: document(at: known.week)))
            let report = checker.check(known.plan)
            #expect(report.isSound, "\(known.name): \(report.violations)")
            #expect(checker.misstated(known.plan, terms: report.terms) == [], "\(known.name)")
            let edited = try WeekEdits.apply(known.edits, to: document(at: known.week))
            let afterwards = Checker(week: try Week(document: edited))
            let second = afterwards.check(known.replan, baseline: known.plan, freeze: known.freeze)
            #expect(second.isSound, "\(known.name): \(second.violations)")
            #expect(afterwards.misstated(known.replan, terms: second.terms) == [], "\(known.name)")
        }
    }
}
