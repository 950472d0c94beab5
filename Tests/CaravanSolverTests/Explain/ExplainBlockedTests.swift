import CaravanCore
import CaravanSolver
import Testing

@Suite("Reasons of requests that this plan does not hold")
struct ExplainBlockedTests {
    private let morning: JSON = ["2025-05-24.am"]

    /// `r1` and `r2` in one slot, everything else apart.
    private func pair(_ first: KeyValuePairs<String, JSON>, _ second: KeyValuePairs<String, JSON>) -> SampleWeek {
        var sample = SampleWeek()
        sample.requests = [SampleWeek.request("r1", first), SampleWeek.request("r2", second)]
        return sample
    }

    @Test("A venue taken is told with who has it")
    func venueTaken() throws {
        var sample = pair(["slots": morning], ["audience": "elderly"])
        sample.venues = [SampleWeek.venue("v1", "north")]
        let reason = try sample.reason([session("r2", "2025-05-24.am", "v1", ["e1"])])
        #expect(reason.code == .venueTaken && reason.text.contains("r2 at 2025-05-24.am"))
        #expect(reason.rules.map(\.rule) == ["H1", "H3"] && reason.rules.map(\.ruledOut) == [3, 1])
    }

    @Test("Busy experts are counted")
    func crewBusy() throws {
        var sample = pair(["slots": morning], ["audience": "elderly"])
        sample.experts = [SampleWeek.expert("e1")]
        let reason = try sample.reason([session("r2", "2025-05-24.am", "v1", ["e1"])])
        #expect(reason.code == .crewBusy && reason.text.contains("the only expert for ai"))
    }

    @Test("A quota that is used up counts as busy")
    func quota() throws {
        var sample = pair([:], [:])
        sample.experts = [SampleWeek.expert("e1", ["maxPerWeek": 1])]
        #expect(try sample.reason([session("r2", "2025-05-24.am", "v1", ["e1"])]).code == .crewBusy)
    }

    @Test("An expert who cannot make the way in time is told apart from a busy one")
    func crewTravel() throws {
        var sample = pair(["slots": ["2025-05-24.pm"], "townships": ["south"]], [:])
        sample.venues.append(SampleWeek.venue("v3", "south"))
        sample.experts = [SampleWeek.expert("e1")]
        let reason = try sample.reason([session("r2", "2025-05-24.am", "v1", ["e1"])])
        #expect(reason.code == .crewTravel && reason.text.contains("South Town"))
    }

    @Test("An audience that has something else is told what")
    func audienceBusy() throws {
        let sample = pair(["slots": morning], [:])
        let reason = try sample.reason([session("r2", "2025-05-24.am", "v1", ["e1"])])
        #expect(reason.code == .audienceBusy && reason.text.contains("youth of North Town"))
        #expect(reason.text.contains("r2 at 2025-05-24.am"))
    }

    @Test("A fund is told with what is left and what is needed, in whole yuan")
    func fundExhausted() throws {
        var sample = SampleWeek()
        sample.funds[0] = ["id": "science", "name": "Science", "limit": 1000.75]
        let reason = try sample.reason()
        #expect(reason.code == .fundExhausted)
        #expect(reason.text == "fund Science has 1000 yuan left, and it would cost at least 1100")
        #expect(reason.chinese.contains("仅剩1000元"))
    }

    @Test("The travel fund is told where trips are too dear")
    func travelFundExhausted() throws {
        var sample = SampleWeek()
        sample.funds[1] = ["id": "travel", "name": "Travel", "limit": 100]
        sample.venues = [SampleWeek.venue("v3", "south")]
        sample.requests = [SampleWeek.request("r1", ["townships": ["south"]])]
        let reason = try sample.reason()
        #expect(reason.code == .fundExhausted)
        #expect(reason.text == "fund Travel has 100 yuan left, and the trips would cost at least 180")
    }

    @Test("Two funds that no crew spares together are both told")
    func bothFunds() throws {
        var sample = SampleWeek()
        sample.funds[0] = ["id": "science", "name": "Science", "limit": 1150]
        sample.funds[1] = ["id": "travel", "name": "Travel", "limit": 100]
        sample.venues = [SampleWeek.venue("v3", "south")]
        // One is cheap and far, the other dear and near, and both funds are too short for either.
        sample.experts = [SampleWeek.expert("e1", ["fee": 200]), SampleWeek.expert("e2", ["fee": 300])]
        sample.requests = [SampleWeek.request("r1", ["townships": ["south"]])]
        let reason = try sample.reason()
        #expect(reason.code == .fundExhausted)
        #expect(reason.text.contains("1150 yuan left, at least 1200 needed"))
        #expect(reason.text.contains("100 yuan left, at least 180 for the trips"))
    }

    @Test("A predecessor that is not held is named")
    func predecessorNotHeld() throws {
        let reason = try pair(["after": ["r2"]], [:]).reason()
        #expect(reason.code == .predecessorNotHeld && reason.text == "it waits for r2, which is not held")
    }

    @Test("A predecessor that is over too late in this plan is named with its end")
    func predecessorNotOver() throws {
        let reason = try pair(["after": ["r2"]], [:]).reason([session("r2", "2025-05-25.pm", "v1", ["e1"])])
        #expect(reason.code == .predecessorNotOver && reason.text.contains("r2, which is over only with 2025-05-25.pm"))
    }

    @Test("A hard cap is told with its group and what the plan has")
    func capReached() throws {
        var sample = pair(["slots": morning], ["audience": "elderly"])
        sample.caps = [["id": "quiet", "per": ["date"], "where": [:], "measure": "sessions", "atMost": 1]]
        let reason = try sample.reason([session("r2", "2025-05-24.pm", "v1", ["e1"])])
        #expect(reason.code == .capReached)
        #expect(reason.text.contains("cap quiet (2025-05-24) allows 1 sessions, and the plan has 1"))
    }

    @Test("A request that costs more than it is worth is told both numbers")
    func notWorth() throws {
        var sample = SampleWeek()
        sample.kmWeight = 3
        sample.venues = [SampleWeek.venue("v3", "south")]
        sample.requests = [SampleWeek.request("r1", ["townships": ["south"]])]
        let reason = try sample.reason()
        #expect(reason.code == .notWorth)
        #expect(reason.text.contains("would cost 540 points and is worth 300"))
        #expect(reason.change == 240 && reason.session?.venue == "v3")
    }

    @Test("A request that fits is told where and what it gains")
    func possible() throws {
        var sample = SampleWeek()
        sample.kmWeight = 1
        sample.venues = [SampleWeek.venue("v3", "south", ["name": "Big Hall"])]
        sample.requests = [SampleWeek.request("r1", ["townships": ["south"], "slots": ["2025-05-25.am"]])]
        let reason = try sample.reason()
        #expect(reason.code == .possible && reason.change == -120)
        #expect(
            reason.text == "could still be held: 2025-05-25.am at Big Hall (v3), South Town would gain 120 points")
    }

    @Test("A pinned request that could be held must be, whatever it costs")
    func pinnedAndPossible() throws {
        var sample = SampleWeek()
        sample.kmWeight = 3
        sample.venues = [SampleWeek.venue("v3", "south")]
        sample.requests = [SampleWeek.request("r1", ["townships": ["south"]])]
        sample.pins = [["request": "r1", "crew": ["e2"]]]
        let reason = try sample.reason()
        #expect(reason.code == .possible && reason.change == 240)
        #expect(reason.session?.crew == ["e2"])
    }

    @Test("Rules that block together are named together")
    func together() throws {
        var sample = pair(["slots": morning], [:])
        sample.venues = [SampleWeek.venue("v1", "north")]
        let reason = try sample.reason([session("r2", "2025-05-24.am", "v1", ["e1"])])
        #expect(reason.code == .audienceBusy && reason.text.contains("besides, the venue is taken"))
    }

    @Test("The cheapest crew that two funds allow is found where the nearest and the cheapest are not allowed")
    func crewWithinBudgets() throws {
        var sample = SampleWeek()
        sample.kmWeight = 0.5
        sample.funds[0] = ["id": "science", "limit": 1500]
        sample.venues = [SampleWeek.venue("v3", "south")]
        sample.experts = [
            SampleWeek.expert("near", ["base": "south", "fee": 600]), SampleWeek.expert("far", ["fee": 500]),
            SampleWeek.expert("free", ["fee": 0, "skills": ["health": 1]]),
        ]
        sample.requests = [SampleWeek.request("r1", ["townships": ["south"]])]
        let reason = try sample.reason()
        #expect(reason.session?.crew == ["far"])
        sample.funds[0] = ["id": "science", "limit": 1600]
        #expect(try sample.reason().session?.crew == ["near"])
    }

    @Test("Held and unknown requests have no reason, and all others one each in the order of the week")
    func wholePlan() throws {
        let sample = pair([:], [:])
        let week = try sample.week()
        let plan = Plan(week: "sample", sessions: [session("r2", "2025-05-24.am", "v1", ["e1"])])
        #expect(UnheldReasons.reason(week: week, plan: plan, request: "r2") == nil)
        #expect(UnheldReasons.reason(week: week, plan: plan, request: "nobody") == nil)
        #expect(UnheldReasons.reasons(week: week, plan: plan).map(\.request) == ["r1"])
        let none = Plan(week: "sample", sessions: [])
        #expect(UnheldReasons.reasons(week: week, plan: none).map(\.request) == ["r1", "r2"])
    }

    @Test("A plan that the week has left behind is still explained")
    func unsoundPlan() throws {
        let week = try pair(["after": ["r2"]], ["attendance": 90, "slots": morning]).week()
        let strange = [
            session("r2", "2025-05-24.pm", "v1", ["e1"]), session("gone", "2025-05-24.pm", "v9", ["e9"]),
        ]
        let plan = Plan(week: "sample", sessions: strange)
        let reasons = UnheldReasons.reasons(week: week, plan: plan, freeze: "2030-01-01.am")
        #expect(reasons.map(\.code) == [.predecessorNotHeld])
        #expect(reasons[0].text.contains("whose session in the plan breaks a rule"))
    }

    @Test("A reason names its request, how much was tried, and the session that would do")
    func whatItHolds() throws {
        let reason = try SampleWeek().reason()
        #expect(reason.request == "r1" && reason.code == .possible)
        #expect(reason.session?.venue == "v1" && reason.change == -300)
        #expect(reason.rules.isEmpty && reason.options == 8)
    }
}
