import CaravanCore
import CaravanSolver
import Testing

@Suite("Reasons of requests that no plan can hold")
struct ExplainImpossibleTests {
    private func single(_ set: KeyValuePairs<String, JSON>) throws -> UnheldReason {
        var sample = SampleWeek()
        sample.requests = [SampleWeek.request("r1", set)]
        return try sample.reason()
    }

    private func ruledOut(_ reason: UnheldReason, _ rule: String) -> Int {
        reason.rules.first { $0.rule == rule }?.ruledOut ?? 0
    }

    @Test("An empty list of slots allows nothing")
    func noSlots() throws {
        let reason = try single(["slots": []])
        #expect(reason.code == .noSlots)
        #expect(reason.options == 8 && ruledOut(reason, "H1") == 8)
    }

    @Test("Slots of different dates make no long session")
    func duration() throws {
        let reason = try single(["slots": ["2025-05-24.pm", "2025-05-25.am"], "duration": 2])
        #expect(reason.code == .duration)
        #expect(reason.text.contains("2 slots in a row"))
    }

    @Test("Nothing new starts before the freeze point")
    func frozen() throws {
        var sample = SampleWeek()
        sample.requests = [SampleWeek.request("r1", ["slots": ["2025-05-24.am"]])]
        let reason = try sample.reason(baseline: Plan(week: "sample", sessions: []), freeze: "2025-05-24.pm")
        #expect(reason.code == .frozen && reason.text.contains("2025-05-24.pm"))
    }

    @Test("A township without venues is named")
    func noVenue() throws {
        let reason = try single(["townships": ["south"]])
        #expect(reason.code == .noVenue && reason.text == "no venue in South Town")
        #expect(reason.chinese == "South Town没有场地")
        #expect(reason.options == 0)
    }

    @Test("A kind that no venue has decides")
    func venueKind() throws {
        let reason = try single(["venueKinds": ["field", "square"]])
        #expect(reason.code == .venueKind && reason.text.contains("no field or square in North Town"))
    }

    @Test("A kind decides where only other kinds are large enough")
    func venueKindOfLarge() throws {
        let reason = try single(["venueKinds": ["hall"], "attendance": 150, "equipment": []])
        #expect(reason.code == .venueCapacity && reason.text.contains("the largest holds 100"))
    }

    @Test("The largest venue is named with its capacity")
    func capacity() throws {
        let reason = try single(["attendance": 400])
        #expect(reason.code == .venueCapacity)
        #expect(reason.text == "no venue in North Town holds 400 people; the largest holds 200")
        #expect(ruledOut(reason, "H2") == 8)
    }

    @Test("Only equipment that is missing is named")
    func equipment() throws {
        let reason = try single(["equipment": ["power", "lab"]])
        #expect(reason.code == .venueEquipment && reason.text == "no venue in North Town has lab")
    }

    @Test("Venues that are closed in all slots are counted")
    func closed() throws {
        var sample = SampleWeek()
        sample.venues = [SampleWeek.venue("v1", "north", ["closed": .strings(SampleWeek.allSlots)])]
        let reason = try sample.reason()
        #expect(reason.code == .venueClosed && reason.text.contains("North Town is closed"))
    }

    @Test("A skill that nobody has is named")
    func noSkill() throws {
        let reason = try single(["needs": [["pool": "experts", "skill": "fire", "level": 1, "count": 1]]])
        #expect(reason.code == .skillMissing && reason.text == "the week has no expert for fire")
    }

    @Test("A level that nobody has is named with the best there is")
    func noLevel() throws {
        let reason = try single(["needs": [["pool": "experts", "skill": "ai", "level": 4, "count": 1]]])
        #expect(reason.code == .skillMissing && reason.text.contains("the best is at level 2"))
    }

    @Test("Too few members with a skill are counted")
    func tooFew() throws {
        let reason = try single(["needs": [["pool": "experts", "skill": "ai", "level": 1, "count": 3]]])
        #expect(reason.code == .crewTooSmall && reason.text.contains("it needs 3 experts for ai, and the week has 2"))
        #expect(ruledOut(reason, "H4") == 8)
    }

    @Test("One member cannot fill two places")
    func overlappingNeeds() throws {
        let reason = try single([
            "needs": [
                ["pool": "experts", "skill": "ai", "level": 2, "count": 1],
                ["pool": "experts", "skill": "health", "level": 1, "count": 1],
            ]
        ])
        #expect(reason.code == .crewTooSmall && reason.text.contains("different members"))
    }

    @Test("The nearest member that does not reach is named with its minutes")
    func tooFar() throws {
        var sample = SampleWeek()
        sample.venues = [SampleWeek.venue("v3", "south")]
        sample.experts = [SampleWeek.expert("e1", ["maxMinutes": 60])]
        sample.requests = [SampleWeek.request("r1", ["townships": ["south"]])]
        let reason = try sample.reason()
        #expect(reason.code == .crewTooFar)
        #expect(reason.text.contains("e1 would take 90 minutes and travels at most 60"))
    }

    @Test("Members that are away in all slots are counted")
    func away() throws {
        var sample = SampleWeek()
        sample.experts = ["e1", "e2"].map { SampleWeek.expert($0, ["away": .strings(SampleWeek.allSlots)]) }
        let reason = try sample.reason()
        #expect(reason.code == .crewAway && reason.text.contains("both experts for ai"))
        #expect(ruledOut(reason, "H5") == 8)
    }

    @Test("A venue and a crew that are never there together are told apart from either missing")
    func neverTogether() throws {
        var sample = SampleWeek()
        sample.venues = [SampleWeek.venue("v1", "north")]
        sample.experts = [
            SampleWeek.expert("e1", ["away": .strings(Array(SampleWeek.allSlots.prefix(2)))]),
            SampleWeek.expert("e2", ["skills": ["fire": 1], "away": .strings(Array(SampleWeek.allSlots.suffix(2)))]),
        ]
        let needs: JSON = [
            ["pool": "experts", "skill": "ai", "level": 1, "count": 1],
            ["pool": "experts", "skill": "fire", "level": 1, "count": 1],
        ]
        sample.requests = [SampleWeek.request("r1", ["needs": needs])]
        #expect(try sample.reason().code == .noCommonOption)
    }

    @Test("A pin that nothing can keep is told with what it names")
    func pinned() throws {
        var sample = SampleWeek()
        sample.requests = [SampleWeek.request("r1", ["attendance": 150])]
        sample.pins = [["request": "r1", "venue": "v1"]]
        let reason = try sample.reason()
        #expect(reason.code == .pinned && reason.text.contains("v1"))
        #expect(ruledOut(reason, "H11") == 4)
    }

    @Test("Requests that wait for each other are told the circle")
    func cycle() throws {
        var sample = SampleWeek()
        sample.requests = [
            SampleWeek.request("r1", ["after": ["r2"]]), SampleWeek.request("r2", ["after": ["r1"]]),
            SampleWeek.request("r3", ["after": ["r1"]]),
        ]
        let reason = try sample.reason()
        #expect(reason.code == .cyclicAfter && reason.text.contains("r2"))
        #expect(try sample.reason(of: "r3").code == .predecessorImpossible)
    }

    @Test("A predecessor that cannot be held passes its reason on")
    func predecessorImpossible() throws {
        var sample = SampleWeek()
        sample.requests = [
            SampleWeek.request("r1", ["after": ["r2"]]), SampleWeek.request("r2", ["attendance": 500]),
        ]
        let reason = try sample.reason()
        #expect(reason.code == .predecessorImpossible)
        #expect(reason.text.contains("it waits for r2, which no plan can hold (no venue in North Town holds 500"))
        #expect(ruledOut(reason, "H9") == 8)
    }

    @Test("A predecessor that is always over too late is named with its end")
    func predecessorTooLate() throws {
        var sample = SampleWeek()
        sample.requests = [
            SampleWeek.request("r1", ["after": ["r2"], "slots": ["2025-05-24.am", "2025-05-24.pm"]]),
            SampleWeek.request("r2", ["slots": ["2025-05-25.am"]]),
        ]
        let reason = try sample.reason()
        #expect(reason.code == .predecessorTooLate && reason.text.contains("r2, which is over with 2025-05-25.am"))
    }
}
