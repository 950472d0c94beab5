import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Exported models", .enabled(if: Glpsol.isThere, Comment(rawValue: Glpsol.absence)))
struct FormulationExportTests {
    static let weeks = ["tiny-1", "tiny-3", "tiny-4", "tiny-18-tight", "tiny-20-tight"]

    @Test("the example of the model has the optimum that its description works out by hand")
    func example() throws {
        let folder = SharedMaterial.packageRoot.appendingPathComponent("models")
        let data = folder.appendingPathComponent("example.dat").path
        let week = try Glpsol.solve(["-m", Glpsol.model, "-d", data], [])
        #expect(week.optimum == 137, "\(week.said)")
        #expect(week.said.contains("3 of 4 requests held"))
        let replan = try Glpsol.solve(
            ["-m", Glpsol.model, "-d", data, "-d", folder.appendingPathComponent("example-replan.dat").path], [])
        #expect(replan.optimum == 197, "\(replan.said)")
    }

    @Test(
        "glpsol finds the proven optimum of a generated week in all three forms",
        arguments: weeks)
    func generatedWeek(_ name: String) throws { try compare(try SharedOptima.week(name)) }

    @Test(
        "glpsol finds the proven optimum of replanning in all three forms",
        arguments: weeks + ["tiny-5-rich", "tiny-9-rich"])
    func replanning(_ name: String) throws { try compare(try SharedOptima.replanning(name)) }

    private func compare(_ it: SharedOptima.Case) throws {
        let cuts = ["--mir", "--gomory", "--clique", "--cover"]
        for (form, answer) in try answers(it.week, baseline: it.baseline, freeze: it.freeze, cuts: cuts) {
            let optimum = try #require(answer.optimum, "\(form): \(answer.said)")
            #expect(abs(optimum - it.optimum) <= 1e-6 * it.optimum, "\(form)")
        }
    }

    /// What glpsol says of each form. Cuts only where a week needs them: GLPK 5.0 aborts if it is to find cuts for a
    /// program from which its presolver has taken all columns, as happens with the smallest weeks.
    private func answers(
        _ week: Week, baseline: Plan? = nil, freeze: String? = nil, cuts: [String] = []
    ) throws -> [(ModelFormat, Glpsol.Answer)] {
        try ModelFormat.allCases.map { form in
            let text = try form.text(of: week, baseline: baseline, freeze: freeze)
            switch form {
            case .mps: return (form, try Glpsol.solve(cuts, [("--freemps", text)]))
            case .lp: return (form, try Glpsol.solve(cuts, [("--lp", text)]))
            case .mathprog: return (form, try Glpsol.solve(cuts + ["-m", Glpsol.model], [("-d", text)]))
            }
        }
    }

    @Test("on random weeks all three forms have the optimum of looking at every plan")
    func randomWeeks() throws {
        var weeks = SmallWeek(SeededGenerator(for: "exported weeks"))
        var solved = 0
        for _ in 0..<25 {
            let week = try Week(document: weeks.document())
            let all = EveryPlan(week)
            guard all.count <= 10_000, let best = all.best() else { continue }
            solved += 1
            for (form, answer) in try answers(week) {
                let optimum = try #require(answer.optimum, "\(form): \(answer.said) \(week.document.text)")
                #expect(
                    abs(optimum - best.objective) <= 1e-6 * max(1, best.objective), "\(form) of \(week.document.text)")
            }
        }
        #expect(solved >= 5)
    }

    @Test("ids with dots, dashes and digits, long ones, and texts with quotes and other scripts stay legal")
    func awkwardNames() throws {
        let week = try Week(document: awkwardWeek())
        for (form, answer) in try answers(week) {
            #expect(answer.optimum == 30, "\(form): \(answer.said)")
        }
    }

    /// Two requests whose ids differ in `-` and `.` only or fill 64 characters; the hall is free once: one is lost.
    private func awkwardWeek() -> JSON {
        let long = String(repeating: "x-.", count: 21) + "y"
        let request = { (id: String, value: Int) -> JSON in
            [
                "id": .string(id), "title": "It's \"quoted\"\n科技活动周 — %$\\", "fund": "1-2.e", "audience": "-9.e5",
                "topic": "人工智能 'AI'", "format": "讲座\t#1", "townships": [.string(long)], "attendance": 10,
                "duration": 1, "needs": [["pool": "experts", "skill": "技能", "level": 1, "count": 1]],
                "value": .int(value), "cost": 0.1,
            ]
        }
        return [
            "format": "caravan-week/1", "id": "w-1.e5", "title": "第一 \"周\"; end;\ndata; set X := 'a",
            "start": "2025-05-24",
            "days": 1, "timezone": "Asia/Shanghai", "slots": [["id": .string(long), "start": "09:00", "end": "24:00"]],
            "audiences": ["-9.e5"], "funds": [["id": "1-2.e", "limit": 0.3]],
            "travel": ["fund": "1-2.e", "speedKmh": 40, "roadFactor": 1.3, "bufferMinutes": 10, "costPerKm": 1],
            "townships": [
                ["id": .string(long), "name": "'; end;", "county": "县'", "lat": 35, "lon": 112, "population": [:]]
            ],
            "venues": [
                [
                    "id": .string(long), "township": .string(long), "kind": "hall", "capacity": 100, "equipment": [],
                    "closed": [], "cost": 0,
                ]
            ],
            "experts": [
                [
                    "id": .string(long), "base": .string(long), "skills": ["技能": 3], "away": [], "maxPerDay": 1,
                    "maxPerWeek": 1, "maxMinutes": 0, "fee": 0,
                ]
            ],
            "requests": [request("a-b", 30), request("a.b", 40), request(long, 0)],
            "caps": [
                [
                    "id": "c.-_", "per": ["topic", "county"], "measure": "sessions", "atMost": 1, "weight": 1,
                ]
            ],
        ]
    }

    @Test("a name stands for one column or row, is at most 255 bytes, and no reader takes it for anything else")
    func names() throws {
        var weeks = SmallWeek(SeededGenerator(for: "names"))
        for document in [awkwardWeek()] + (0..<20).map({ _ in weeks.document() }) {
            guard let instance = try? Instance(week: Week(document: document)),
                let program = try? Formulation(instance, named: true).program
            else { continue }
            let names = Array(program.columnNames.values) + Array(program.rowNames.values)
            #expect(names.count == program.columnCount + program.rowCount)
            #expect(Set(names).count == names.count)
            let legal = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._~(),")
            #expect(
                names.allSatisfy { $0.utf8.count <= 255 && $0.allSatisfy(legal.contains) && $0.first?.isLetter == true }
            )
        }
    }

    @Test("a contradiction between pins is infeasible in every form")
    func contradiction() throws {
        guard case .object(var week) = awkwardWeek() else { return }
        week["pins"] = [["request": "a-b"], ["request": "a.b"]]
        for (form, answer) in try answers(try Week(document: .object(week))) {
            #expect(answer.optimum == nil, "\(form): \(answer.said)")
        }
    }
}
