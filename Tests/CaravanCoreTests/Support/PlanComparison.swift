import CaravanCore
import Foundation
import Testing

/// Plans that both checkers are asked about, and what they say of them.
struct PlanComparison {
    private struct Case {
        let week: String
        let plan: Plan
        let baseline: Plan?
        let freeze: String?

        var document: JSON {
            var fields: [(String, JSON)] = [("do", "check"), ("week", .string(week)), ("plan", plan.document)]
            if let baseline { fields.append(("baseline", baseline.document)) }
            if let freeze { fields.append(("freeze", .string(freeze))) }
            return .object(JSONObject(fields))
        }
    }

    private var documents: [String: JSON] = [:]
    private var checkers: [String: Checker] = [:]
    private var cases: [Case] = []

    /// Makes a week known by a name.
    mutating func add(_ name: String, _ document: JSON) throws {
        documents[name] = document
        checkers[name] = Checker(week: try Week(document: document))
    }

    /// A plan of a week.
    mutating func ask(_ week: String, _ plan: Plan, baseline: Plan? = nil, freeze: String? = nil) {
        cases.append(Case(week: week, plan: plan, baseline: baseline, freeze: freeze))
    }

    /// Asks both checkers about all plans.
    func compare(atLeast least: Int) throws {
        let answers = try PythonJudge.answers(to: cases.map(\.document), documents: documents)
        var broken: [String: Int] = [:]
        for (asked, answer) in zip(cases, answers) {
            let checker = try #require(checkers[asked.week])
            let report = checker.check(asked.plan, baseline: asked.baseline, freeze: asked.freeze)
            try Self.compare(report, answer, asked.week)
            let wrong = checker.misstated(asked.plan, terms: report.terms).map(\.field)
            #expect(wrong == (answer["misstated"]?.array ?? []).compactMap(\.string))
            for rule in Set(report.violations.map(\.rule.rawValue)) { broken[rule, default: 0] += 1 }
        }
        print("checker: \(cases.count) plans compared; plans that break a rule: \(broken.sorted { $0.key < $1.key })")
        #expect(cases.count >= least)
    }

    /// Whether a report says what the other checker says.
    static func compare(_ report: CheckReport, _ answer: JSON, _ week: String) throws {
        let rules = try #require(answer["rules"]?.array, "\(answer.text)").compactMap(\.string)
        #expect(report.violations.map(\.rule.rawValue).sorted() == rules.sorted(), "\(week)")
        let messages = (answer["messages"]?.array ?? []).compactMap(\.string)
        #expect(
            comparable(report.violations.map { "\($0.rule) \($0.text.english)" }) == comparable(messages), "\(week)")
        #expect(report.terms.named.map(\.name) == answer["terms"]?.object?.keys)
        for (name, points) in report.terms.named {
            let expected = try #require(answer["terms"]?[name]?.number)
            #expect((points - expected).magnitude <= 1e-6 * max(1, expected.magnitude), "\(week) \(name)")
        }
    }

    /// Messages but those that write groups and amounts of money each in its own way.
    private static func comparable(_ messages: [String]) -> [String] {
        messages.filter { !$0.hasPrefix("H10") && !$0.hasPrefix("H8") }.sorted()
    }
}
