import CaravanCore
import Testing

@Suite("Plan documents")
struct PlanDocumentTests {
    @Test("A plan that is written and read again is the same")
    func roundTrip() throws {
        var plan = HandWeek.plan
        #expect(try Plan(document: JSON(parsing: plan.document.text)) == plan)
        plan.version = 3
        plan.baseline = 2
        (plan.objective, plan.bound, plan.gap, plan.status) = (0.1 + 0.2, -1.5e-7, 1e-9, .feasible)
        plan.terms = Checker(week: try HandWeek.week()).check(plan).terms
        #expect(try Plan(document: JSON(parsing: plan.document.text)) == plan)
        #expect(
            plan.document.object?.keys == [
                "format", "week", "version", "baseline", "sessions", "objective", "bound", "gap", "status", "terms",
            ])
    }

    @Test("A plan with sites is written in the second edition, its sites where there are any")
    func sites() throws {
        var plan = ClubWeek.plan
        plan.terms = Checker(week: try ClubWeek.week()).check(plan).terms
        let document = plan.document
        #expect(document["format"] == "caravan-plan/2" && document["terms"]?["money"] != nil)
        #expect((document["sessions"]?.array ?? []).map { $0["sites"] != nil } == [false, false, false, true])
        #expect(try Plan(document: JSON(parsing: document.text)) == plan)
        var unnamed = try #require(document.object)
        unnamed["format"] = nil
        #expect(try Plan(document: .object(unnamed)).edition == .second)
        #expect(
            try Plan(document: BrokenOnPurpose.changing(document, ["format"], "caravan-plan/1")).sessions[3].sites == []
        )
        let broken = BrokenOnPurpose.changing(document, ["sessions", "3", "sites", "0", "venue"], 5)
        #expect {
            try Plan(document: broken)
        } throws: { ($0 as? PlanFaults)?.faults.map(\.path) == ["sessions[3].sites[0].venue"] }
    }

    @Test("Sites out of order, none at all, and another format than the week's are misstated")
    func misstatedSites() throws {
        let checker = Checker(week: try ClubWeek.week())
        func fields(_ path: [Substring], _ value: JSON) -> [String] {
            let document = BrokenOnPurpose.changing(ClubWeek.plan.document, path[...], value)
            return checker.misstated(document, terms: Terms()).map(\.field)
        }
        #expect(fields(["week"], "club") == [])
        #expect(fields(["sessions", "3", "sites"], []) == ["sessions"])
        #expect(fields(["sessions", "3", "sites"], [["township": "c"], ["township": "b"]]) == ["sessions"])
        #expect(fields(["format"], "caravan-plan/1") == ["format"])
    }

    @Test("What is absent or null is not stated")
    func unstated() throws {
        let plan = try Plan(document: ["sessions": [], "objective": .null, "terms": .null, "week": .null])
        #expect(plan == Plan(week: "", sessions: []))
    }

    @Test("Every fault is named with its path")
    func faults() {
        let document: JSON = [
            "format": "caravan-plan/3", "week": 5, "version": 1.5, "objective": "low", "status": "good",
            "terms": ["caps": "x"], "baseline": 1e300,
            "sessions": [
                5, ["request": "r1", "start": 1, "township": "a", "venue": "v", "crew": ["m", 5]],
                ["request": "r1", "start": "", "township": "a", "venue": "v"],
            ],
        ]
        #expect {
            try Plan(document: document)
        } throws: { error in
            let paths = Set((error as? PlanFaults)?.faults.map(\.path) ?? [])
            return paths == [
                "format", "week", "version", "baseline", "objective", "status", "terms.caps", "sessions[0]",
                "sessions[1].start", "sessions[1].crew[1]", "sessions[2].crew",
            ]
        }
        for document in [JSON.null, [], [:], ["sessions": 5]] {
            #expect(throws: PlanFaults.self) { try Plan(document: document) }
        }
    }

    @Test("Sessions are sorted by start in time, then by request")
    func order() throws {
        let week = try HandWeek.week(
            (
                "slots",
                [
                    ["id": "z", "start": "08:00", "end": "09:00"], ["id": "am", "start": "09:00", "end": "11:00"],
                    ["id": "pm", "start": "13:00", "end": "15:00"],
                ]
            ))
        func session(_ request: String, _ start: String) -> Session {
            Session(request: request, start: start, township: "a", venue: "a-hall", crew: [])
        }
        let plan = Plan(
            week: "hand",
            sessions: [
                session("r2", "2025-05-25.z"), session("r4", "2025-05-24.pm"), session("r3", "2025-05-24.pm"),
                session("r1", "2025-05-24.z"), session("r0", "never"),
            ])
        #expect(plan.sorted(by: week).sessions.map(\.request) == ["r0", "r1", "r3", "r4", "r2"])
    }
}
