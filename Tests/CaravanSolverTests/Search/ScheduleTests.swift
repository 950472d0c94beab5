import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Schedules")
struct ScheduleTests {
    @Test("on small random weeks rules and objective stay those of the checker through whatever is put in and undone")
    func smallWeeks() throws {
        var weeks = SmallWeek(SeededGenerator(for: "schedules of small weeks"))
        var held = 0
        for _ in 0..<120 {
            let week = try Week(document: weeks.document())
            guard let instance = try? Instance(week: week) else { continue }
            var walk = ScheduleWalk(instance, seed: weeks.generator.next())
            for _ in 0..<40 {
                walk.step()
                expectChecked(walk.schedule, "\(week.document.text)")
                held += walk.schedule.heldCount
            }
        }
        #expect(held > 1_000)
    }

    @Test("against a baseline with a freeze point they stay the checker's too")
    func replanning() throws {
        var weeks = SmallWeek(SeededGenerator(for: "schedules of replannings"))
        var (walks, kept, drawn) = (0, 0, 0)
        // Draws on until enough sessions were frozen for the test to mean something.
        while drawn < 100 || (drawn < 3_000 && (walks <= 40 || kept <= 20)) {
            drawn += 1
            let before = try Week(document: weeks.document())
            guard let old = try? Instance(week: before) else { continue }
            var first = Search(old, seed: weeks.generator.next())
            first.construct()
            _ = first.run(5)
            let baseline = Plan(week: before.id, sessions: first.best.assignments.map(old.session))
            let freeze = weeks.generator.chance(0.6) ? "2025-05-25.am" : nil
            let week = weeks.generator.chance(0.5) ? try Week(document: weeks.document()) : before
            guard let instance = try? Instance(week: week, baseline: baseline, freeze: freeze) else { continue }
            walks += 1
            kept += instance.tables.kept.count
            var walk = ScheduleWalk(instance, seed: weeks.generator.next())
            for _ in 0..<30 {
                walk.step()
                expectChecked(walk.schedule, baseline: baseline, freeze: freeze, "\(week.document.text)")
            }
        }
        #expect(walks > 40 && kept > 20)
    }

    @Test("on a crowded week they stay the checker's")
    func crowdedWeek() throws {
        var generator = SeededGenerator(for: "schedules of crowded weeks")
        for _ in 0..<4 {
            var crowded = CrowdedWeek(seed: generator.next())
            var walk = ScheduleWalk(try Instance(week: try crowded.week()), seed: generator.next())
            for round in 0..<400 {
                walk.step()
                if round % 20 == 0 { expectChecked(walk.schedule) }
            }
            expectChecked(walk.schedule)
        }
    }

    @Test(
        "on generated weeks of every kind they stay the checker's",
        .enabled(if: SharedMaterial.isUsable, Comment(rawValue: SharedMaterial.absence)),
        arguments: [
            ("tiny", []), ("tiny", ["--rich"]), ("tiny", ["--tight"]), ("small", []), ("small", ["--rich"]),
            ("small", ["--tight"]),
        ])
    func generatedWeeks(_ size: String, _ flags: [String]) throws {
        var generator = SeededGenerator(for: "schedules of generated weeks")
        let seed = 1 + generator.index(below: 12)
        let data = try Data(contentsOf: try SharedMaterial.week(size: size, seed: seed, flags: flags))
        let instance = try Instance(week: try Week(document: try JSON(parsing: Array(data))))
        var walk = ScheduleWalk(instance, seed: generator.next())
        for round in 0..<300 {
            walk.step()
            if round % 10 == 0 { expectChecked(walk.schedule, "\(size) \(seed) \(flags)") }
        }
        expectChecked(Schedule(instance, Snapshot(walk.schedule)), "\(size) \(seed) \(flags)")
    }

    @Test("a schedule allows a session exactly where the checker finds no breach in both together")
    func allows() throws {
        var weeks = SmallWeek(SeededGenerator(for: "sessions allowed"))
        var (allowed, refused) = (0, 0)
        for _ in 0..<60 {
            let week = try Week(document: weeks.document())
            guard let instance = try? Instance(week: week) else { continue }
            let all = EveryPlan(week)
            let checker = Checker(week: week)
            for _ in 0..<30 {
                var schedule = Schedule(instance)
                for request in week.requests.indices.shuffled(using: &weeks.generator) {
                    guard let session = all.sessions[request].randomElement(using: &weeks.generator),
                        let it = instance.assignment(session)
                    else { continue }
                    let sessions = schedule.assignments.map(instance.session) + [session]
                    let report = checker.check(Plan(week: week.id, sessions: sessions))
                    let sound = !report.violations.contains { $0.rule != .H11 }
                    #expect(schedule.allows(it) == sound, "\(session) in \(week.document.text): \(report.violations)")
                    if sound { allowed += 1 } else { refused += 1 }
                    if sound { schedule.restore(it.placement, venue: it.venue, crew: it.crew) }
                }
            }
        }
        #expect(allowed > 500 && refused > 200)
    }
}
