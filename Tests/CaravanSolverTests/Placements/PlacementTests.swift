import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Placements")
struct PlacementTests {
    @Test("the placements of random weeks are the townships and starts where a session by itself keeps the rules")
    func everyPlacement() throws {
        var weeks = SmallWeek(SeededGenerator(for: "placements"))
        var count = 0
        for _ in 0..<60 {
            let week = try Week(document: weeks.document())
            // Pins and `after` rule placements out for reasons beyond the session itself.
            guard week.pins.isEmpty, week.requests.allSatisfy({ $0.after.isEmpty }) else { continue }
            let instance = try Instance(week: week)
            let all = EveryPlan(week)
            for request in week.requests.indices {
                let known = Set(all.sessions[request].map { "\($0.township) \($0.start)" })
                let found = instance.ofRequest[request].map { name(instance, $0) }
                #expect(Set(found) == known && found.count == known.count, "\(week.requests[request].id)")
                for session in all.sessions[request] { #expect(instance.assignment(session) != nil, "\(session)") }
                count += known.count
            }
        }
        #expect(count > 50)
    }

    private func name(_ instance: Instance, _ placement: Int) -> String {
        let it = instance.placements[placement]
        return "\(instance.week.townships[Int(it.township)].id) \(instance.week.calendar.name(of: Int(it.start)))"
    }

    @Test("a session over several slots stays within one date")
    func withinADate() throws {
        var sample = SampleWeek()
        sample.requests = [
            SampleWeek.request("r1", ["duration": 2]),
            SampleWeek.request("r2", ["duration": 2, "slots": ["2025-05-24.pm", "2025-05-25.am"]]),
        ]
        let instance = try Instance(week: try sample.week())
        #expect(instance.ofRequest[0].map { instance.placements[$0].start } == [0, 2])
        #expect(instance.ofRequest[1].isEmpty)
    }

    @Test("a request that waits starts no earlier than what it waits for can be over")
    func earliestStart() throws {
        var sample = SampleWeek()
        sample.requests = [
            SampleWeek.request("r1", ["slots": ["2025-05-24.pm", "2025-05-25.pm"]]),
            SampleWeek.request("r2", ["after": ["r1"]]), SampleWeek.request("r3", ["after": ["r2"]]),
            SampleWeek.request("r4", ["after": ["r3", "r5"]]), SampleWeek.request("r5", ["after": ["r4"]]),
        ]
        let instance = try Instance(week: try sample.week())
        #expect(instance.ofRequest[1].map { instance.placements[$0].start } == [2, 3])
        #expect(instance.ofRequest[2].map { instance.placements[$0].start } == [3])
        #expect(instance.ofRequest[3].isEmpty && instance.ofRequest[4].isEmpty, "they wait for each other")
    }

    @Test("a need for more members than there are leaves no placement")
    func hugeCount() throws {
        for count in [3, 65, 1_000_000_000] {
            var sample = SampleWeek()
            let need: JSON = ["pool": "experts", "skill": "ai", "level": 1, "count": .int(count)]
            sample.requests = [
                SampleWeek.request("r1", ["needs": [need]]), SampleWeek.request("r2", ["needs": [need, need]]),
            ]
            #expect(try Instance(week: try sample.week()).placements.isEmpty)
        }
    }
}
