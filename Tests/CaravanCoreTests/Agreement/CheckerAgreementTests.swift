import CaravanCore
import Foundation
import TestSupport
import Testing

@Suite("The checker agrees with the independent one", .needsSharedMaterial)
struct CheckerAgreementTests {
    /// One question to both checkers.
    private struct Case {
        let week: String
        let plan: Plan
        var baseline: Plan?
        var freeze: String?

        var document: JSON {
            var fields: [(String, JSON)] = [("do", "check"), ("week", .string(week)), ("plan", plan.document)]
            if let baseline { fields.append(("baseline", baseline.document)) }
            if let freeze { fields.append(("freeze", .string(freeze))) }
            return .object(JSONObject(fields))
        }
    }

    /// The weeks that cases name.
    private struct Material {
        private(set) var files: [String: URL] = [:]
        private(set) var weeks: [String: Week] = [:]

        mutating func add(_ name: String, _ file: URL) throws -> Week {
            let week = try Week(document: document(at: file))
            files[name] = file
            weeks[name] = week
            return week
        }
    }

    @Test("Damaged plans break the same rules and cost the same, with and without baseline and freeze point")
    func damagedPlans() throws {
        var random = SeededGenerator(for: "damaged plans")
        var material = Material()
        var cases: [Case] = []
        for known in try AgreementWeeks.replans() {
            let week = try material.add(known.name, known.week)
            var maker = PlanMaker(week: week, random: SeededGenerator(seed: random.next()))
            for round in 0..<(known.name.hasPrefix("tiny") ? 40 : 12) {
                var plan = maker.damaged(round % 4 == 3 ? maker.likely(share: 0.7) : known.plan)
                if round % 5 == 0 { plan = plan.sorted(by: week) }
                let freeze = week.calendar.name(of: random.index(below: week.calendar.count))
                cases.append(
                    Case(
                        week: known.name, plan: plan, baseline: round % 2 == 0 ? maker.damaged(known.plan) : nil,
                        freeze: round % 3 == 0 ? freeze : nil))
            }
        }
        try compare(cases, material, atLeast: 500)
    }

    @Test("Random plans of generated and real weeks break the same rules and cost the same")
    func randomPlans() throws {
        var random = SeededGenerator(for: "random plans")
        var material = Material()
        var cases: [Case] = []
        for url in try AgreementWeeks.all() {
            let name = url.lastPathComponent
            let week = try material.add(name, url)
            var maker = PlanMaker(week: week, random: SeededGenerator(seed: random.next()))
            for share in [0, 0.2, 0.8] {
                let plan = maker.likely(share: share)
                cases.append(Case(week: name, plan: plan))
                let freeze = week.calendar.name(of: week.calendar.count / 2)
                cases.append(Case(week: name, plan: maker.damaged(plan), baseline: plan, freeze: freeze))
            }
        }
        try compare(cases, material, atLeast: 60)
    }

    @Test("A province's plans break the same rules and cost the same")
    func province() throws {
        let url = try SharedMaterial.week(size: "province", seed: 1)
        var material = Material()
        let week = try material.add("p", url)
        var maker = PlanMaker(week: week, random: SeededGenerator(for: "province"))
        let plan = maker.likely(share: 0.3)
        let freeze = week.calendar.name(of: 5)
        let cases = [
            Case(week: "p", plan: plan), Case(week: "p", plan: maker.damaged(plan), baseline: plan, freeze: freeze),
        ]
        try compare(cases, material, atLeast: 2)
    }

    @Test("Weeks with strange targets, caps and pins are reckoned alike")
    func strangeRules() throws {
        var random = SeededGenerator(for: "strange rules")
        var material = Material()
        var cases: [Case] = []
        defer { for url in material.files.values { try? FileManager.default.removeItem(at: url) } }
        let plain = try ["--rich", "--tight"].map {
            try document(at: SharedMaterial.week(size: "tiny", seed: 2, flags: [$0]))
        }
        for number in 0..<30 {
            var strange = StrangeRules(random: SeededGenerator(seed: random.next()))
            let url = try strange.file(from: plain[number % 2], name: "strange\(number)")
            let week = try material.add("strange\(number)", url)
            var maker = PlanMaker(week: week, random: SeededGenerator(seed: random.next()))
            for _ in 0..<5 { cases.append(Case(week: "strange\(number)", plan: maker.likely(share: 0.8))) }
        }
        try compare(cases, material, atLeast: 150)
    }

    @Test("Weeks whose names only look the same are reckoned alike")
    func twins() throws {
        var random = SeededGenerator(for: "names that look the same")
        var material = Material()
        var cases: [Case] = []
        defer { for url in material.files.values { try? FileManager.default.removeItem(at: url) } }
        let plain = Twins.document(
            from: try document(at: SharedMaterial.week(size: "tiny", seed: 2, flags: ["--rich"])))
        #expect(WeekValidator.faults(in: plain) == [])
        for number in 0..<12 {
            var strange = StrangeRules(random: SeededGenerator(seed: random.next()))
            let week = try material.add("twins\(number)", try strange.file(from: plain, name: "twins\(number)"))
            #expect(week.topics.count == 2 && week.counties.count == 2 && week.formats.count == 2)
            var maker = PlanMaker(week: week, random: SeededGenerator(seed: random.next()))
            for _ in 0..<5 { cases.append(Case(week: "twins\(number)", plan: maker.damaged(maker.likely(share: 0.8)))) }
        }
        try compare(cases, material, atLeast: 60)
    }

    private func compare(_ cases: [Case], _ material: Material, atLeast least: Int) throws {
        let answers = try PythonJudge.answers(to: cases.map(\.document), weeks: material.files)
        let checkers = material.weeks.mapValues(Checker.init)
        var broken: [String: Int] = [:]
        for (asked, answer) in zip(cases, answers) {
            let checker = try #require(checkers[asked.week])
            let report = checker.check(asked.plan, baseline: asked.baseline, freeze: asked.freeze)
            try PlanComparison.compare(report, answer, asked.week)
            let wrong = checker.misstated(asked.plan, terms: report.terms).map(\.field)
            #expect(wrong == (answer["misstated"]?.array ?? []).compactMap(\.string))
            for violation in report.violations { broken[violation.rule.rawValue, default: 0] += 1 }
        }
        print("checker: \(cases.count) plans compared; breaches found: \(broken.sorted { $0.key < $1.key })")
        #expect(cases.count >= least)
    }
}
