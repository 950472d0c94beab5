import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Search")
struct SearchTests {
    @Test("on random small weeks the search finds the best of all plans")
    func everyPlan() throws {
        var weeks = SmallWeek(SeededGenerator(for: "search"))
        var compared = 0
        var missed: [String] = []
        while compared < 25 {
            let week = try Week(document: weeks.document())
            let all = EveryPlan(week)
            guard all.count <= 6_000, let best = all.best() else { continue }
            var search = Search(try Instance(week: week), seed: weeks.generator.next())
            search.construct()
            _ = search.run(3_000)
            expectChecked(search.best, "\(week.document.text)")
            compared += 1
            let found = search.record.missing == 0 ? search.record.objective : .infinity
            #expect(found >= best.objective - 1e-6)
            if found > best.objective + 1e-6 { missed.append("\(found) for \(best) in \(week.document.text)") }
        }
        // A search proves nothing, but on weeks of four requests it has little excuse.
        #expect(missed.count <= 3, "\(missed)")
    }

    @Test("after any number of iterations plan and record are what the checker says, and the record never gets worse")
    func crowdedWeek() throws {
        var generator = SeededGenerator(for: "search of a crowded week")
        var crowded = CrowdedWeek(seed: generator.next())
        var search = Search(try Instance(week: try crowded.week()), seed: generator.next())
        search.construct()
        var last = Double.infinity
        for count in [1, 10, 100, 300, 1_000, 3_000] {
            let improved = search.run(count)
            #expect(
                search.record.objective <= last && improved == (search.record.objective < last) || last == .infinity)
            last = search.record.objective
            expectChecked(search.schedule)
            expectChecked(search.best)
            #expect(abs(search.best.objective - search.record.objective) < 1e-6)
        }
        #expect(search.iterations == 4_411)
    }

    @Test(
        "on generated weeks of every kind plans stay the checker's",
        .enabled(if: SharedMaterial.isUsable, Comment(rawValue: SharedMaterial.absence)),
        arguments: [
            ("tiny", []), ("tiny", ["--rich"]), ("tiny", ["--tight"]), ("small", ["--rich"]), ("small", ["--tight"]),
        ])
    func generatedWeeks(_ size: String, _ flags: [String]) throws {
        var generator = SeededGenerator(for: "search of generated weeks")
        let seed = 1 + generator.index(below: 12)
        let data = try Data(contentsOf: try SharedMaterial.week(size: size, seed: seed, flags: flags))
        var search = Search(
            try Instance(week: try Week(document: try JSON(parsing: Array(data)))), seed: generator.next())
        search.construct()
        for _ in 0..<10 {
            _ = search.run(150)
            expectChecked(search.schedule, "\(size) \(seed) \(flags)")
            expectChecked(search.best, "\(size) \(seed) \(flags)")
        }
    }

    @Test("frozen sessions stay where they are however long the search runs")
    func frozen() throws {
        var crowded = CrowdedWeek(seed: 11)
        let week = try crowded.week()
        var first = Search(try Instance(week: week), seed: 1)
        first.construct()
        let baseline = Plan(week: week.id, sessions: first.best.assignments.map(first.instance.session))
        let freeze = "2025-05-25.am"
        let instance = try Instance(week: week, baseline: baseline, freeze: freeze)
        #expect(instance.tables.kept.count > 3)
        var search = Search(instance, seed: 2)
        search.construct(from: StartingPlan(instance, baseline).sessions)
        #expect(search.record.missing == 0)
        #expect(search.record.objective <= first.record.objective + 1e-6, "it starts from the baseline")
        for _ in 0..<10 {
            _ = search.run(300)
            expectChecked(search.best, baseline: baseline, freeze: freeze)
            let sessions = search.schedule.assignments.map(instance.session)
            #expect(
                instance.tables.kept.values.allSatisfy { kept in
                    sessions.contains { $0.request == kept.request && $0.start == kept.start }
                })
        }
    }

    @Test("the insertion found is the cheapest way to hold a request, where money does not decide")
    func cheapestInsertion() throws {
        var weeks = SmallWeek(SeededGenerator(for: "cheapest insertions"))
        var compared = 0
        for _ in 0..<60 {
            var week = try Week(document: weeks.document())
            guard var object = week.document.object, let funds = object["funds"]?.array else { continue }
            object["funds"] = .array(funds.map { ["id": $0["id"] ?? "", "limit": 1_000_000] })
            object["pins"] = []
            week = try Week(document: .object(object))
            let instance = try Instance(week: week)
            let (all, checker) = (EveryPlan(week), Checker(week: week))
            var random = RandomStream(seed: weeks.generator.next())
            var finder = InsertionFinder(instance)
            var schedule = Schedule(instance)
            for request in week.requests.indices.shuffled(using: &weeks.generator) {
                let sessions = schedule.assignments.map(instance.session)
                let totals = all.sessions[request].compactMap { session -> Double? in
                    let report = checker.check(Plan(week: week.id, sessions: sessions + [session]))
                    return report.isSound ? report.terms.total : nil
                }
                guard let found = finder.best(request, in: schedule, &random) else {
                    #expect(totals.isEmpty, "\(week.requests[request].id) in \(week.document.text)")
                    continue
                }
                let cheapest = try #require(totals.min(), "\(week.requests[request].id) in \(week.document.text)")
                #expect(abs(schedule.objective + found.delta - cheapest) < 1e-6, "\(week.document.text)")
                compared += 1
                var journal = Journal()
                journal.insert(found, crew: finder.crew, into: &schedule)
                expectChecked(schedule)
            }
        }
        #expect(compared > 50)
    }
}
