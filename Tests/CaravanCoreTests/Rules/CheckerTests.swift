import CaravanCore
import Testing

@Suite("The checker")
struct CheckerTests {
    /// The plan made by hand with one of its sessions changed.
    private func plan(_ position: Int, _ change: (inout Session) -> Void) -> Plan {
        var plan = HandWeek.plan
        change(&plan.sessions[position])
        return plan
    }

    private func rules(_ plan: Plan, _ changes: (String, JSON?)...) throws -> Set<Rule> {
        let week = try Week(document: HandWeek.changed(changes))
        return Set(Checker(week: week).check(plan).violations.map(\.rule))
    }

    @Test("A plan that keeps every rule has no violation")
    func sound() throws {
        let report = Checker(week: try HandWeek.week()).check(HandWeek.plan)
        #expect(report.isSound)
        #expect(report.violations == [])
    }

    @Test("H1: what a request does not allow is found")
    func requests() throws {
        #expect(try rules(plan(0) { $0.request = "r9" }) == [.H1, .H9, .H11])
        #expect(try rules(plan(1) { $0.start = "2025-05-26.am" }) == [.H1])
        #expect(try rules(plan(2) { $0.start = "2025-05-25.pm" }) == [.H1])
        #expect(try rules(plan(1) { $0.township = "nowhere" }) == [.H1])
        #expect(try rules(HandWeek.plan, ("requests.2.townships", ["a"])) == [.H1])
        #expect(try rules(HandWeek.plan, ("requests.3.slots", ["2025-05-25.am"])) == [.H1])
        #expect(try rules(HandWeek.plan, ("requests.3.slots", [])) == [.H1])
        var twice = HandWeek.plan
        twice.sessions.append(twice.sessions[1])
        #expect(try rules(twice) == [.H1])
    }

    @Test("H2: a venue that does not fit is found")
    func venues() throws {
        #expect(try rules(plan(0) { $0.venue = "nothing" }) == [.H2])
        #expect(try rules(plan(0) { $0.venue = "b-hall" }) == [.H2])
        #expect(try rules(plan(0) { $0.venue = "a-school" }) == [.H2])
        #expect(try rules(HandWeek.plan, ("requests.0.venueKinds", ["school"])) == [.H2])
        #expect(try rules(HandWeek.plan, ("requests.0.attendance", 101)) == [.H2])
        #expect(try rules(HandWeek.plan, ("venues.0.closed", ["2025-05-25.pm"])) == [.H2])
        #expect(try rules(HandWeek.plan, ("venues.0.closed", ["2025-05-24.pm"])) == [])
    }

    @Test("H3: two sessions in one venue at a time are found")
    func sharedVenue() throws {
        let both = plan(1) {
            $0.start = "2025-05-25.am"
            $0.township = "a"
            $0.venue = "a-hall"
        }
        #expect(try rules(both, ("requests.2.audience", "youth")) == [.H3])
    }

    @Test("H4: a crew that does not fill the needs exactly is found")
    func crews() throws {
        #expect(try rules(plan(0) { $0.crew = ["m1"] }) == [.H4])
        #expect(try rules(plan(0) { $0.crew = ["e2", "m1"] }) == [.H4])
        #expect(try rules(plan(0) { $0.crew.append("e3") }) == [.H4])
        #expect(try rules(plan(0) { $0.crew.append("no-one") }) == [.H4])
        #expect(try rules(plan(1) { $0.crew = [] }) == [.H4])
        #expect(try rules(HandWeek.plan, ("requests.0.needs.0.level", 3)) == [.H4])
        #expect(try rules(HandWeek.plan, ("requests.0.needs.0.count", 1e10)) == [.H4])
        #expect(try rules(plan(1) { $0.crew = ["e2", "e2"] }).contains(.H4))
    }

    @Test("H4: members change places until the crew fills the needs")
    func crewsByMatching() throws {
        #expect(try rules(plan(2) { $0.crew = ["e1", "e3"] }) == [])
        #expect(try rules(plan(2) { $0.crew = ["e1", "e2"] }) == [])
        #expect(try rules(plan(2) { $0.crew = ["e2", "e1"] }) == [])
        #expect(try rules(plan(2) { $0.crew = ["e3", "m1"] }) == [.H4])
    }

    @Test("H5: a member who is away, works too often or is in two places is found")
    func availability() throws {
        #expect(try rules(HandWeek.plan, ("experts.0.away", ["2025-05-25.pm"])) == [.H5])
        #expect(try rules(HandWeek.plan, ("experts.0.maxPerDay", 0)) == [.H5])
        #expect(try rules(HandWeek.plan, ("experts.0.maxPerWeek", 1)) == [.H5])
        let both = plan(1) {
            $0.start = "2025-05-25.am"
            $0.crew = ["e1"]
        }
        #expect(try rules(both) == [.H5])
    }

    @Test("H6: a member too far away, or without the time for the way, is found")
    func travel() throws {
        #expect(try rules(HandWeek.plan, ("mentors.0.base", "c")) == [.H6])
        let sameDay = plan(1) { $0.crew = ["e1"] }
        #expect(try rules(sameDay) == [])
        #expect(try rules(sameDay, ("travel.legs.0.minutes", 121)) == [.H6])
        #expect(try rules(sameDay, ("travel.legs.0.minutes", 120)) == [])
    }

    @Test("H7: two sessions for one audience in one township at a time are found")
    func audiences() throws {
        let both = plan(1) {
            $0.start = "2025-05-25.am"
            $0.township = "a"
            $0.venue = "a-school"
        }
        #expect(try rules(both, ("venues.1.equipment", ["projector"])) == [.H7])
        #expect(try rules(both, ("venues.1.equipment", ["projector"]), ("requests.2.audience", "youth")) == [])
    }

    @Test("H8: charges beyond a fund's limit are found, trips once a day and township")
    func funds() throws {
        let cost = 3 * 300 + 3 * 10 + 5 * 100
        #expect(try rules(HandWeek.plan, ("funds.0.limit", .int(cost))) == [])
        #expect(try rules(HandWeek.plan, ("funds.0.limit", .int(cost - 1))) == [.H8])
        #expect(try rules(plan(1) { $0.crew = ["e1"] }, ("funds.1.limit", 60)) == [])
        #expect(try rules(plan(1) { $0.crew = ["e1"] }, ("funds.1.limit", 59)) == [.H8])
    }

    @Test("H9: a session before those it builds on is found")
    func order() throws {
        #expect(try rules(plan(1) { $0.start = "2025-05-24.am" }) == [.H9])
        var alone = HandWeek.plan
        alone.sessions.removeFirst()
        #expect(try rules(alone) == [.H9, .H11])
        #expect(try rules(alone, ("pins", [])) == [.H9])
    }

    @Test("H10: an excess over a hard cap is found")
    func caps() throws {
        #expect(try rules(HandWeek.plan, ("caps.0.atMost", 2)) == [])
        #expect(try rules(HandWeek.plan, ("caps.0.atMost", 1)) == [.H10])
        #expect(try rules(HandWeek.plan, ("caps.0.atMost", 1), ("caps.0.where", ["audience": ["youth"]])) == [])
    }

    @Test("H11: a pinned request that is not held as pinned is found")
    func pins() throws {
        for (key, other) in [("start", "2025-05-24.pm"), ("township", "b"), ("venue", "b-hall")] {
            #expect(try rules(HandWeek.plan, ("pins.0", ["request": "r1", key: .string(other)])) == [.H11])
        }
        #expect(try rules(HandWeek.plan, ("pins.0.crew", ["e3"])) == [.H11])
        #expect(try rules(HandWeek.plan, ("pins.0.request", "r2")) == [.H11])
    }

    @Test("H12: what started before the freeze point stays, and nothing else starts there")
    func freeze() throws {
        let checker = Checker(week: try HandWeek.week())
        func rules(_ plan: Plan, baseline: Plan?, _ freeze: String) -> [Rule] {
            checker.check(plan, baseline: baseline, freeze: freeze).violations.map(\.rule)
        }
        let other = plan(0) { $0.crew = ["e3", "m1"] }
        #expect(rules(HandWeek.plan, baseline: HandWeek.plan, "2025-05-25.am") == [])
        #expect(rules(HandWeek.plan, baseline: other, "2025-05-24.am") == [])
        #expect(rules(HandWeek.plan, baseline: other, "2025-05-24.pm") == [.H12, .H12])
        #expect(rules(HandWeek.plan, baseline: nil, "2025-05-24.pm") == [.H12])
        #expect(rules(plan(0) { $0.crew.reverse() }, baseline: HandWeek.plan, "2025-05-25.am") == [])
        #expect(rules(HandWeek.plan, baseline: HandWeek.plan, "no slot") == [.H12])
    }

    @Test("H12: a frozen session that can no longer stand may go")
    func freezeOfTheImpossible() throws {
        let week = try HandWeek.week(("experts.1.away", ["2025-05-24.pm"]))
        var without = HandWeek.plan
        without.sessions.remove(at: 1)
        let report = Checker(week: week).check(without, baseline: HandWeek.plan, freeze: "2025-05-25.am")
        #expect(report.isSound)
        #expect(report.terms.disruption == 50)
    }
}
