import CaravanCore
import CaravanSolver
import Testing

@Suite("What would let a request in")
struct RemedyTests {
    private func explain(_ sample: SampleWeek, _ sessions: [Session], _ request: String = "r1") throws
        -> RequestExplanation
    {
        let week = try sample.week()
        let plan = Plan(week: week.id, sessions: sessions)
        #expect(Checker(week: week).check(plan).isSound)
        return try #require(RequestExplanation(request, in: plan, of: week))
    }

    private func kinds(_ explanation: RequestExplanation) -> Set<[String]> {
        Set(explanation.remedies.map { $0.elements.map(\.kind) })
    }

    private func texts(_ explanation: RequestExplanation) -> [String] {
        explanation.nearest.flatMap(\.blocked).compactMap { $0["text"]?.string }
    }

    private func pair(_ first: KeyValuePairs<String, JSON>, _ second: KeyValuePairs<String, JSON>) -> SampleWeek {
        var sample = SampleWeek()
        sample.requests = [SampleWeek.request("r1", first), SampleWeek.request("r2", second)]
        return sample
    }

    @Test("A fund that is short can be raised by what is missing, or another session dropped")
    func fund() throws {
        var sample = pair([:], ["value": 200, "audience": "elderly"])
        sample.funds[0] = ["id": "science", "name": "Science", "limit": 1500]
        let it = try explain(sample, [session("r2", "2025-05-24.am", "v1", ["e1"])])
        #expect(it.reason?.code == .fundExhausted)
        #expect(texts(it).contains("fund Science has 400 yuan left, this costs 1100"))
        let raise = try #require(it.remedies.first { $0.elements.map(\.kind) == ["fund"] })
        #expect(raise.raised == 700 && raise.change.total == -300 && raise.moves.isEmpty)
        #expect(raise.edits == [["op": "limit", "fund": "science", "limit": 2200]])
        #expect(raise.elements[0].text == "raise fund Science by 700 yuan, to 2200")
        #expect(raise.elements[0].chinese == "将经费“Science”增加700元，至2200元")
        let drop = try #require(it.remedies.first { $0.elements.map(\.kind) == ["drop"] })
        #expect(drop.moves.map(\.request) == ["r2"] && drop.moves[0].to == nil && drop.change.total == -100)
        #expect(drop.elements[0].text == "drop r2 (value 200)" && drop.edits.isEmpty)
        #expect(it.remedies.count == 2)
    }

    @Test("A session that holds the venue moves; where it cannot, other things give way")
    func venue() throws {
        var sample = pair(["slots": ["2025-05-24.am"]], ["audience": "elderly"])
        sample.venues = [SampleWeek.venue("v1", "north", ["name": "Old Hall"])]
        let taken = [session("r2", "2025-05-24.am", "v1", ["e1"])]
        let it = try explain(sample, taken)
        #expect(texts(it).first == "Old Hall (v1) holds r2 then")
        let move = try #require(it.remedies.first { $0.elements.map(\.kind) == ["move"] })
        #expect(move.session.start == "2025-05-24.am" && move.moves[0].from == taken[0])
        #expect(move.moves[0].to?.start != "2025-05-24.am" && move.change.total == -300)
        #expect(kinds(it).contains(["slots"]))
        sample.pins = [["request": "r2", "start": "2025-05-24.am"]]
        let pinned = try explain(sample, taken)
        let freed = try #require(pinned.remedies.first { $0.elements.map(\.kind) == ["move"] })
        #expect(freed.edits == [["op": "unpin", "request": "r2"]])
    }

    @Test("A member on the way is told with place, time and minutes")
    func travel() throws {
        var sample = pair(["slots": ["2025-05-24.pm"], "townships": ["south"]], ["slots": ["2025-05-24.am"]])
        sample.venues.append(SampleWeek.venue("v3", "south"))
        sample.experts = [SampleWeek.expert("e1", ["name": "Li"])]
        let it = try explain(sample, [session("r2", "2025-05-24.am", "v1", ["e1"])])
        #expect(texts(it).first == "Li (e1) is at North Town until 11:00 for r2, 90 min away")
        #expect(it.nearest.first?.blocked.first?["textZh"] == "Li (e1)在North Town参加r2至11:00，路程90分钟")
        #expect(it.nearest.first?.blocked.first?["code"] == "crew-travel")
        #expect(kinds(it).isSuperset(of: [["drop"], ["supply"], ["slots"]]))
    }

    @Test("Quotas, absence and distance of members can be waived one by one")
    func members() throws {
        let morning: KeyValuePairs<String, JSON> = ["slots": ["2025-05-24.pm"]]
        var sample = pair(morning, ["slots": ["2025-05-24.am"]])
        sample.experts = [
            SampleWeek.expert("e1", ["maxPerDay": 1]), SampleWeek.expert("e2", ["away": ["2025-05-24.pm"]]),
            SampleWeek.expert("e3", ["base": "south", "maxMinutes": 60]),
        ]
        let it = try explain(sample, [session("r2", "2025-05-24.am", "v1", ["e1"])])
        #expect(kinds(it).isSuperset(of: [["limit"], ["away"]]))
        let limit = try #require(it.remedies.first { $0.elements[0].kind == "limit" })
        #expect(limit.edits == [["op": "change", "kind": "expert", "id": "e1", "set": ["maxPerDay": 2]]])
        let away = try #require(it.remedies.first { $0.elements[0].kind == "away" })
        #expect(away.edits == [["op": "change", "kind": "expert", "id": "e2", "set": ["away": []]]])
        sample.experts.removeSubrange(1...1)
        sample.experts[0] = SampleWeek.expert("e1", ["base": "south", "maxMinutes": 80])
        let far = try explain(sample, [], "r2")
        let reach = try #require(far.remedies.first { $0.elements[0].kind == "reach" })
        #expect(reach.edits[0]["set"] == ["maxMinutes": 90])
    }

    @Test("A request that waits for another is let in by holding that first")
    func order() throws {
        let sample = pair(["after": ["r2"]], [:])
        let it = try explain(sample, [])
        let hold = try #require(it.remedies.first { $0.elements.map(\.kind) == ["hold"] })
        #expect(hold.moves.first?.to != nil && hold.change.total == -600)
        #expect(kinds(it).contains(["order"]))
        let late = try explain(sample, [session("r2", "2025-05-25.pm", "v1", ["e1"])])
        #expect(kinds(late).contains(["move"]) && kinds(late).contains(["order"]))
    }

    @Test("What needs two changes is told as two, and neither does alone")
    func combination() throws {
        let morning: JSON = ["2025-05-24.am"]
        var sample = pair(["slots": morning], ["slots": morning, "audience": "elderly", "fund": "travel"])
        sample.venues = [SampleWeek.venue("v1", "north")]
        sample.funds = [
            ["id": "science", "name": "Science", "limit": 1000], ["id": "travel", "name": "Travel", "limit": 5000],
        ]
        let it = try explain(sample, [session("r2", "2025-05-24.am", "v1", ["e1"])])
        #expect(kinds(it).contains(["drop", "fund"]))
        #expect(!kinds(it).contains(["drop"]) && !kinds(it).contains(["fund"]))
        #expect(it.nearest.first?.blocked.compactMap { $0["rule"]?.string } == ["H3", "H8"])
    }

    @Test("Nothing is proposed for a request that fits, and its places are listed")
    func fits() throws {
        let it = try explain(pair([:], [:]), [])
        #expect(it.reason?.code == .possible && it.remedies.isEmpty && it.nearest.isEmpty)
        #expect(it.alternatives.count == 5 && it.alternatives[0].change.total == -300)
    }

    @Test("A held request is told what the plan would lose, and where else it could be")
    func held() throws {
        var sample = pair([:], ["after": ["r1"], "value": 50])
        sample.venues = [SampleWeek.venue("v1", "north")]
        let sessions = [
            session("r1", "2025-05-24.am", "v1", ["e1"]), session("r2", "2025-05-24.pm", "v1", ["e1"]),
        ]
        let first = try explain(sample, sessions)
        #expect(first.contribution?.change.total == 350 && first.contribution?.followers == ["r2"])
        #expect(first.alternatives.isEmpty && first.why.english.contains("it fits nowhere else"))
        let second = try explain(sample, sessions, "r2")
        #expect(second.contribution?.change.total == 50 && second.contribution?.followers == [])
        #expect(Set(second.alternatives.map(\.session.start)) == ["2025-05-25.am", "2025-05-25.pm"])
        #expect(second.why.english.contains("next best: 2025-05-25.am in north, venue v1 (0)"))
        #expect(second.why.chinese.contains("目标值变化+50分"))
    }
}
