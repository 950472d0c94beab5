import CaravanCore
import TestSupport
import Testing

@Suite("Weeks with one question and its known answer", .needsSharedMaterial)
struct MicroWeekTests {
    @Test("A best plan of each keeps every rule and costs what is known")
    func answers() throws {
        let weeks = try DrawnWeeks.microWeeks()
        #expect(weeks.count >= 58)
        for it in weeks {
            let name = it["name"]?.string ?? ""
            let week = try Week(document: try #require(it["document"]))
            let plan = try Plan(document: ["sessions": it["sessions"] ?? .null])
            let baseline = try it["known"]?["baseline"].map { try Plan(document: $0) }
            let report = Checker(week: week).check(plan, baseline: baseline, freeze: it["known"]?["freeze"]?.string)
            #expect(report.isSound, "\(name): \(report.violations)")
            let known = try #require(it["known"]?["objective"]?.number)
            #expect((report.terms.total - known).magnitude <= 1e-6 * max(1, known), "\(name)")
        }
        print("micro weeks: \(weeks.count) checked")
    }
}
