import CaravanCore
import Testing

@Suite("The objective")
struct TermsTests {
    @Test("Every term of a plan made by hand is what it should be")
    func terms() throws {
        let terms = Checker(week: try HandWeek.week()).check(HandWeek.plan).terms
        #expect(terms.unserved == 200)
        // Without a session: b youth (0.5), c youth (4), c elderly (1), thousands of people × 10; county y lacks 100 people.
        #expect(terms.targets == 10 * (0.5 + 4 + 1) + 0.5 * 100)
        #expect(terms.caps == 7)
        #expect(terms.travel == 0)
        #expect(terms.preference == 6)
        #expect(terms.disruption == 0)
        #expect(terms.total == 200 + 105 + 7 + 6)
    }

    @Test("A trip counts once a day however many sessions it serves")
    func trips() throws {
        var plan = HandWeek.plan
        plan.sessions[1].crew = ["e1"]
        let terms = Checker(week: try HandWeek.week()).check(plan).terms
        #expect((terms.travel - 0.1 * 60).magnitude < 1e-9)
    }

    @Test("Disruption prices drops, moves, venues and members that left")
    func disruption() throws {
        let checker = Checker(week: try HandWeek.week())
        var now = HandWeek.plan
        now.sessions[0].start = "2025-05-25.am"
        now.sessions[0].venue = "a-school"
        now.sessions[0].crew = ["e3", "m1", "e2"]
        now.sessions.remove(at: 1)
        #expect(checker.check(now, baseline: HandWeek.plan).terms.disruption == 20 + 5 + 2 + 50)
        #expect(checker.check(HandWeek.plan, baseline: HandWeek.plan).terms.disruption == 0)
    }

    @Test("A cap is not scaled by people, whatever it says")
    func capsAreNotScaled() throws {
        let week = try HandWeek.week(("caps.1.scaled", true))
        #expect(Checker(week: week).check(HandWeek.plan).terms.caps == 7)
    }

    @Test("Millions of groups are reckoned without going through them")
    func manyGroups() throws {
        var requests = HandWeek.document["requests"]?.array ?? []
        for number in 0..<900 {
            let copy = BrokenOnPurpose.changing(requests[0], ["id"], .string("x\(number)"))
            let topic = BrokenOnPurpose.changing(copy, ["topic"], .string("topic \(number)"))
            requests.append(BrokenOnPurpose.changing(topic, ["format"], .string("format \(number)")))
        }
        let target: JSON = [
            "id": "all", "per": ["township", "audience", "date", "topic", "format"], "measure": "sessions",
            "atLeast": 0.5, "weight": 2, "scaled": true,
        ]
        let week = try HandWeek.week(("requests", .array(requests)), ("targets", [target]))
        #expect(week.targets[0].groupCount == 3 * 2 * 2 * 901 * 901)
        let people = 1.0 + 2 + 0.5 + 4 + 1
        let empty = 2 * 0.5 * people * 2 * 901 * 901
        let terms = Checker(week: week).check(HandWeek.plan).terms
        // Held: a youth once, b elderly (nobody) once, a elderly once.
        #expect((terms.targets - (empty - 2 * 0.5 * (1 + 2))).magnitude < 1e-3)
    }

    @Test("Huge numbers in a week that an earlier version took in trap nothing")
    func hugeNumbers() throws {
        let huge: JSON = 1e300
        let document = HandWeek.changed([
            ("requests.0.attendance", huge), ("requests.0.value", huge), ("requests.1.value", huge),
            ("requests.2.cost", huge),
            ("experts.0.maxPerDay", huge), ("experts.0.maxPerWeek", huge), ("experts.0.maxMinutes", huge),
            ("venues.0.capacity", huge), ("targets.0.atLeast", huge), ("targets.0.weight", huge),
            ("caps.1.weight", huge),
            ("weights.km", huge), ("travel.roadFactor", huge), ("travel.legs", []), ("travel.speedKmh", 1e-300),
            ("townships.0.population", ["youth": huge]), ("requests.0.needs.0.count", huge),
        ])
        let week = try Week(stored: document)
        let plan = Checker(week: week).check(HandWeek.plan, baseline: Plan(week: "hand", sessions: []))
        #expect(!plan.isSound)
        let report = CoverageReport(week: week, plan: HandWeek.plan)
        for grouping in CoverageGrouping.allCases {
            for row in report.rows(by: grouping) { #expect(throws: Never.self) { try JSON(parsing: row.record.text) } }
        }
        _ = MoneyReport(week: week, plan: HandWeek.plan).rows.map(\.record.text)
        let stated = Plan(week: "hand", sessions: [], objective: plan.terms.total, terms: plan.terms)
        #expect(throws: Never.self) { try Plan(document: JSON(parsing: stated.document.text)) }
    }
}
