import CaravanCore
import Testing

@Suite("Differences of plans")
struct PlanDifferenceTests {
    @Test("A plan does not differ from itself, whatever the order of its sessions and crews")
    func same() {
        var other = HandWeek.plan
        other.sessions.reverse()
        other.sessions[0].crew.reverse()
        #expect(PlanDifference(from: HandWeek.plan, to: other).changes == [])
    }

    @Test("Every way in which a session differs is a change of its own")
    func changes() {
        var other = HandWeek.plan
        other.sessions[0].start = "2025-05-24.pm"
        other.sessions[0].township = "b"
        other.sessions[0].venue = "b-hall"
        other.sessions[0].crew = ["e3", "m1"]
        let held = Session(request: "r2", start: "2025-05-25.pm", township: "c", venue: "c-hall", crew: [])
        let dropped = other.sessions.remove(at: 1)
        other.sessions.append(held)
        let records = PlanDifference(from: HandWeek.plan, to: other).changes.map(\.record)
        #expect(
            records == [
                ["request": "r1", "change": "moved", "from": "2025-05-24.am", "to": "2025-05-24.pm"],
                ["request": "r1", "change": "township", "from": "a", "to": "b"],
                ["request": "r1", "change": "venue", "from": "a-hall", "to": "b-hall"],
                ["request": "r1", "change": "crew", "from": ["e1", "m1"], "to": ["e3", "m1"]],
                ["request": "r2", "change": "held", "from": .null, "to": held.document],
                ["request": "r3", "change": "dropped", "from": dropped.document, "to": .null],
            ])
    }
}
