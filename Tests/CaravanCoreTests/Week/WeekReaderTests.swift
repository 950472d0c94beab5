import CaravanCore
import CaravanLanguage
import Testing

@Suite("Reading a week")
struct WeekReaderTests {
    @Test("Identifiers become numbers in the order of the document")
    func numbers() throws {
        let week = try HandWeek.week()
        #expect(week.members.map(\.id) == ["e1", "e2", "e3", "m1"])
        #expect(week.member("m1") == 3)
        #expect(week.township("c") == 2)
        #expect(week.request("none") == nil)
        #expect(week.counties == ["x", "y"])
        #expect(week.requests[2].after == [0])
        #expect(week.pins[0].crew == [3])
        #expect(week.townships[1].population == [500, 0])
        #expect(week.requests[3].duration == 2)
    }

    @Test("What may be absent is absent")
    func optional() throws {
        let week = try HandWeek.week(
            ("mentors", nil), ("kits", nil), ("targets", nil), ("caps", nil), ("pins", nil), ("weights", nil),
            ("travel.legs", nil), ("requests.0.preferredSlots", nil), ("requests.0.equipment", nil))
        #expect(week.targets.isEmpty && week.caps.isEmpty && week.pins.isEmpty)
        #expect(week.weights.drop == 0)
        #expect(week.requests[0].allowed == nil && week.requests[0].preferred == nil)
    }

    @Test("An empty list of slots allows nothing, an empty list of preferred ones prefers nothing")
    func emptyLists() throws {
        let week = try HandWeek.week(("requests.0.slots", []), ("requests.0.preferredSlots", []))
        #expect(!week.requests[0].allows(0..<1))
        #expect(!week.requests[0].dislikes(start: 3))
    }

    @Test("A document with faults is not read")
    func faulty() {
        #expect(throws: WeekFaults([Fault(path: "days", .outside(1...14, found: 15))])) {
            try Week(document: HandWeek.changed([("days", 15)]))
        }
    }
}
