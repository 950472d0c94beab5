import CaravanCore
import Foundation
import TestSupport
import Testing

@Suite("Weeks of the second edition are validated and checked as by the independent checker", .needsSharedMaterial)
struct SecondEditionAgreementTests {
    private func generated(_ size: String, _ seed: Int, _ flags: String...) throws -> JSON {
        try document(at: SharedMaterial.week(size: size, seed: seed, flags: flags + ["--v2"]))
    }

    /// Weeks by name: drawn ones, generated ones, and those with one question each.
    private func weeks(drawn: Int, seed: UInt64) throws -> [(name: String, document: JSON)] {
        var weeks = try DrawnWeeks.documents(drawn, seed: seed)
        for seed in 1...4 {
            for flags in [[], ["--rich"], ["--tight"]] {
                weeks["tiny\(seed)\(flags)"] = try document(
                    at: SharedMaterial.week(size: "tiny", seed: seed, flags: flags + ["--v2"]))
            }
        }
        for size in ["small", "county"] { weeks[size] = try generated(size, 1) }
        for it in try DrawnWeeks.microWeeks() { weeks[it["name"]?.string ?? ""] = it["document"] }
        return weeks.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @Test("Damaged plans break the same rules and cost the same, with and without baseline and freeze point")
    func plans() throws {
        var random = SeededGenerator(for: "plans of the second edition")
        let weeks = try weeks(drawn: 180, seed: random.next())
        var comparison = PlanComparison()
        for (name, document) in weeks {
            try comparison.add(name, document)
            var maker = PlanMaker(
                week: try Week(document: document), random: SeededGenerator(seed: random.next()))
            for round in 0..<8 {
                let plan = maker.likely(share: 0.9)
                let asked = round % 4 == 0 ? plan : maker.damaged(plan)
                comparison.ask(
                    name, round % 5 == 0 ? asked.sorted(by: maker.week) : asked,
                    baseline: round % 2 == 0 ? nil : round % 4 == 1 ? plan : maker.damaged(plan),
                    freeze: round % 3 == 0
                        ? maker.week.calendar.name(of: random.index(below: maker.week.calendar.count)) : nil)
            }
        }
        try comparison.compare(atLeast: 1_500)
    }

    @Test("A city's plans break the same rules and cost the same")
    func city() throws {
        var random = SeededGenerator(for: "a city of the second edition")
        var comparison = PlanComparison()
        let document = try generated("city", 1)
        try comparison.add("city", document)
        var maker = PlanMaker(week: try Week(document: document), random: SeededGenerator(seed: random.next()))
        for share in [0.2, 0.8, 1] {
            let plan = maker.likely(share: share)
            comparison.ask("city", plan)
            comparison.ask("city", maker.damaged(plan), baseline: plan, freeze: maker.week.calendar.name(of: 9))
        }
        try comparison.compare(atLeast: 6)
    }

    @Test("Sound weeks have no fault, and randomly broken ones the same faults")
    func documents() throws {
        var random = SeededGenerator(for: "broken weeks of the second edition")
        let weeks = try weeks(drawn: 180, seed: random.next())
        var damage = Damage(random: SeededGenerator(seed: random.next()))
        let broken = weeks.flatMap { week in
            (0..<(week.name.hasPrefix("drawn") ? 5 : 1)).map { _ in damage.broken(week.document) }
        }
        try compareFaults(of: weeks.map(\.document) + broken, atLeast: 1_000)
    }

    @Test("Documents broken on purpose have the same faults, one of them where it is")
    func brokenOnPurpose() throws {
        let faulty = try DrawnWeeks.faultyDocuments()
        for (path, document) in faulty {
            #expect(WeekValidator.faults(in: document).contains { $0.path == path }, "\(path)")
        }
        try compareFaults(of: faulty.map(\.document), atLeast: 45)
    }

    /// Compares the paths of faults, without regard to order and repeats; names of time zones are known here alone.
    private func compareFaults(of documents: [JSON], atLeast least: Int) throws {
        let answers = try PythonJudge.answers(to: documents.map { ["do": "validate", "document": $0] })
        var (compared, faulty, given) = (0, 0, 0)
        for (document, answer) in zip(documents, answers) {
            let faults = WeekValidator.faults(in: document)
            _ = try? Week(document: document)
            guard let expected = answer.array else {
                // The other one gives up where a field that it shows is missing.
                given += 1
                continue
            }
            let own = Set(faults.filter { if case .noTimeZone = $0.problem { true } else { false } }.map(\.path))
            let (ours, theirs) = (Set(faults.map(\.path)), Set(expected.compactMap(\.string)))
            #expect(ours.subtracting(own) == theirs.subtracting(own), "\(document["id"]?.text ?? "")")
            compared += 1
            faulty += theirs.isEmpty ? 0 : 1
        }
        print("validation: \(compared) documents compared, \(faulty) of them faulty; \(given) given up there")
        #expect(compared >= least && given <= compared / 50)
    }
}
