import CaravanCore
import Testing

@Suite("Edits")
struct WeekEditsTests {
    private let document = HandWeek.document

    private func refusal(_ edits: JSON) -> EditError? {
        do throws(EditError) {
            _ = try WeekEdits.apply(edits, to: document)
            return nil
        } catch { return error }
    }

    private func thing(_ list: String, _ id: String, in document: JSON) -> JSON? {
        document[list]?.array?.first { $0["id"]?.string == id }
    }

    @Test("Away and close add slots in time order, all of them where none is named")
    func blocking() throws {
        let edited = try WeekEdits.apply(
            [
                ["op": "away", "member": "e1", "slots": ["2025-05-25.pm"]],
                ["op": "away", "member": "e1", "slots": ["2025-05-24.am"]], ["op": "away", "member": "m1"],
                ["op": "close", "venue": "b-hall", "slots": ["2025-05-25.am"]],
                ["op": "closeTownship", "township": "a", "slots": ["2025-05-24.pm"]],
            ], to: document)
        #expect(thing("experts", "e1", in: edited)?["away"] == ["2025-05-24.am", "2025-05-25.pm"])
        #expect(thing("mentors", "m1", in: edited)?["away"]?.array?.count == 4)
        #expect(thing("venues", "b-hall", in: edited)?["closed"] == ["2025-05-25.am"])
        #expect(thing("venues", "a-hall", in: edited)?["closed"] == ["2025-05-24.pm"])
        #expect(thing("venues", "a-school", in: edited)?["closed"] == ["2025-05-24.pm"])
        #expect(thing("venues", "c-hall", in: edited)?["closed"] == nil)
    }

    @Test("Withdrawing a request takes its pins and every mention of it along")
    func withdrawal() throws {
        let edited = try WeekEdits.apply([["op": "withdraw", "request": "r1"]], to: document)
        #expect(edited["requests"]?.array?.count == 3)
        #expect(edited["pins"] == [])
        #expect(thing("requests", "r3", in: edited)?["after"] == [])
        #expect(try WeekEdits.withdraw("r1", from: document) == edited)
    }

    @Test("Things are added, changed, limited, pinned and unpinned")
    func theOthers() throws {
        let expert: JSON = BrokenOnPurpose.changing(try #require(document["experts"]?.array?.first), ["id"], "e9")
        let edited = try WeekEdits.apply(
            [
                ["op": "add", "kind": "expert", "value": expert], ["op": "away", "member": "e9", "slots": []],
                ["op": "change", "kind": "township", "id": "b", "set": ["name": "B", "note": 5]],
                ["op": "change", "kind": "fund", "id": "cars", "set": ["limit": 10]],
                ["op": "limit", "fund": "science", "factor": 0.8], ["op": "limit", "fund": "cars", "limit": 7],
                ["op": "unpin", "request": "r1"], ["op": "pin", "request": "r2", "township": "c"],
                ["op": "add", "kind": "pin", "value": ["request": "r3"]],
            ], to: document)
        #expect(edited["experts"]?.array?.last?["id"] == "e9")
        #expect(thing("townships", "b", in: edited)?["note"] == 5)
        #expect(thing("funds", "science", in: edited)?["limit"] == 1600)
        #expect(thing("funds", "cars", in: edited)?["limit"] == 7)
        #expect(edited["pins"] == [["request": "r2", "township": "c"], ["request": "r3"]])
    }

    @Test("A list is added where the week has none")
    func addsLists() throws {
        let bare = HandWeek.changed([("caps", nil), ("pins", nil)])
        let cap: JSON = ["id": "c", "per": [], "measure": "sessions", "atMost": 1]
        let edited = try WeekEdits.apply(
            [["op": "add", "kind": "cap", "value": cap], ["op": "pin", "request": "r1"]], to: bare)
        #expect(edited["caps"] == [cap])
        #expect(edited["pins"] == [["request": "r1"]])
    }

    @Test(
        "An edit that names something unknown or is not well formed is refused with its position",
        arguments: [
            (["op": "away", "member": "e9"], .unknown), (["op": "away"], .malformed),
            (["op": "away", "member": "e1", "slots": ["2025-05-26.am"]], .unknown),
            (["op": "away", "member": "e1", "slots": "all"], .malformed),
            (["op": "close", "venue": "e1"], .unknown), (["op": "closeTownship", "township": "d"], .unknown),
            (["op": "withdraw", "request": "r9"], .unknown), (["op": "withdraw", "request": 5], .malformed),
            (["op": "add", "kind": "fund", "value": ["id": "f"]], .malformed),
            (["op": "add", "kind": "cap"], .malformed),
            (["op": "add", "kind": "cap", "value": [:]], .malformed),
            (["op": "add", "kind": "cap", "value": ["id": "day"]], .exists),
            (["op": "add", "kind": "pin", "value": ["request": "r9"]], .unknown),
            (["op": "change", "kind": "pin", "id": "r1", "set": [:]], .malformed),
            (["op": "change", "kind": "cap", "id": "day", "set": ["id": "other"]], .malformed),
            (["op": "change", "kind": "cap", "id": "none", "set": [:]], .unknown),
            (["op": "limit", "fund": "none", "limit": 5], .unknown), (["op": "limit", "fund": "cars"], .malformed),
            (["op": "pin", "request": "r9"], .unknown), (["op": "unpin", "request": "r9"], .unknown),
            (["op": "dance"], .malformed), ([:], .malformed), (5, .malformed),
        ] as [(JSON, EditError.Code)])
    func refusals(edit: JSON, code: EditError.Code) throws {
        let refused = try #require(refusal([["op": "limit", "fund": "cars", "limit": 1], edit]))
        #expect(refused.code == code)
        #expect(refused.index == 1)
    }

    @Test("Edits that would leave the week unsound are refused with the faults")
    func unsound() throws {
        #expect(refusal(5)?.code == .malformed)
        let refused = try #require(
            refusal([["op": "change", "kind": "venue", "id": "a-hall", "set": ["capacity": -1]]]))
        #expect(refused.code == .unsound)
        #expect(refused.fault == .unsound([Fault(path: "venues[0].capacity", .negative(-1))]))
        #expect(
            refusal([
                ["op": "limit", "fund": "cars", "factor": 1e300], ["op": "limit", "fund": "cars", "factor": 1e300],
            ])?.code == .unsound)
        let nowhere = refusal([["op": "pin", "request": "r1", "venue": "none"]])?.fault
        #expect(nowhere == .unsound([Fault(path: "pins[1].venue", .unknown(.venue, "none"))]))
    }

    @Test("One request is submitted, amended or refused")
    func singleRequests() throws {
        let request = try #require(document["requests"]?.array?[1])
        let fresh = BrokenOnPurpose.changing(request, ["id"], "r5")
        let submitted = try WeekEdits.submit(fresh, to: document)
        #expect(submitted["requests"]?.array?.last == fresh)
        #expect(throws: EditError.self) { try WeekEdits.submit(request, to: document) }
        #expect(throws: EditError.self) { try WeekEdits.submit(["id": "r6"], to: document) }
        let amended = try WeekEdits.amend("r2", with: BrokenOnPurpose.changing(request, ["id"], nil), in: document)
        #expect(amended == document)
        let cheaper = BrokenOnPurpose.changing(request, ["cost"], 1)
        #expect(try WeekEdits.amend("r2", with: cheaper, in: document)["requests"]?.array?[1] == cheaper)
        #expect(throws: EditError.self) { try WeekEdits.amend("r2", with: fresh, in: document) }
        #expect(throws: EditError.self) { try WeekEdits.amend("r9", with: [:], in: document) }
        #expect(throws: EditError.self) { try WeekEdits.amend("r2", with: 5, in: document) }
        #expect(throws: EditError.self) { try WeekEdits.withdraw("r9", from: document) }
    }
}
