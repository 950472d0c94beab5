import CaravanCore
import Testing

@Suite("The rules of the second edition")
struct SecondEditionRulesTests {
    /// The rules that the plan made by hand breaks, with one of its sessions changed.
    private func broken(
        _ position: Int = 0, in changes: [(String, JSON?)] = [], _ change: (inout Session) -> Void = { _ in }
    ) throws -> Set<Rule> {
        var plan = ClubWeek.plan
        change(&plan.sessions[position])
        let document = changes.reduce(ClubWeek.document()) {
            BrokenOnPurpose.changing($0, $1.0.split(separator: ".")[...], $1.1)
        }
        return Set(Checker(week: try Week(document: document)).check(plan).violations.map(\.rule))
    }

    @Test("A plan with a series, a stay, a site and a loan keeps every rule, and its points add up")
    func sound() throws {
        let report = Checker(week: try ClubWeek.week()).check(ClubWeek.plan)
        #expect(report.violations == [])
        // Charges: 2 × 10 of the mentor, 2 × 10 of the kit, 50 and 100 of the site, 40 km of the kit.
        #expect(report.terms.money.map { ($0 - 5 * 0.23).magnitude < 1e-9 } == true)
        // Township a has 1 from last year and 3 now, b has 1, c half a session.
        #expect((report.terms.targets - 10 * (1 + 1.5)).magnitude < 1e-9)
        #expect(report.terms.unserved == 0)
    }

    @Test("H1: a stay that does not end within the week is found")
    func pastTheWeek() throws { #expect(try broken(1) { $0.start = "2026-05-27.am" } == [.H1]) }

    @Test("H3: a venue holds as many sessions as it can, and no more people than fit")
    func sharedVenue() throws {
        #expect(try broken(in: [("venues.0.parallel", 1)]) == [.H3])
        #expect(try broken(in: [("requests.3.attendance", 71)]) == [.H3])
    }

    @Test("H7: two sessions for one crowd are found, unless people drop in")
    func crowds() throws {
        #expect(try broken(in: [("requests.3.crowd", "school")]) == [.H7])
        #expect(try broken(in: [("requests.3.crowd", "school"), ("requests.3.dropIn", true)]) == [])
    }

    @Test("H8: who pays together pays by shares")
    func shares() throws {
        #expect(try broken(in: [("funds.0.limit", 184)]) == [.H8])
        #expect(try broken(in: [("funds.0.limit", 185)]) == [])
        #expect(try broken(in: [("funds.1.limit", 44)]) == [.H8])
    }

    @Test("H10: what earlier weeks held counts in caps that remember")
    func memory() throws {
        let cap: JSON = ["id": "c", "per": ["township"], "measure": "sessions", "atMost": 3, "memory": true]
        #expect(try broken(in: [("caps", [cap])]) == [.H10])
        #expect(try broken(in: [("caps", [cap]), ("history.0.weight", 0)]) == [])
    }

    @Test("H11: a pinned site is held as pinned")
    func pins() throws {
        #expect(try broken(in: [("pins", [["request": "talk", "sites": [["township": "c", "venue": "vc"]]]])]) == [])
        #expect(try broken(in: [("pins", [["request": "talk", "sites": [["township": "b"]]]])]) == [.H11])
    }

    @Test("H13: a site where none may be is found")
    func sites() throws {
        #expect(try broken(in: [("requests.3.relay.townships", ["b"])]) == [.H13])
        #expect(try broken(in: [("requests.3.relay.most", 1), ("requests.3.relay.wanted", 0)]) == [])
        #expect(try broken(in: [("requests.3.relay.liveEquipment", ["lab"])]) == [.H13])
        #expect(try broken(0) { $0.sites = [Site(township: "c", venue: "vc", crew: [])] } == [.H13])
        #expect(try broken(3) { $0.sites.append($0.sites[0]) } == [.H3, .H7, .H13, .H16])
    }

    @Test("H14: a series out of order, at other distances or with another mentor is found")
    func series() throws {
        #expect(try broken(2) { $0.start = "2026-05-27.am" } == [.H14])
        #expect(try broken(2) { $0.start = "2026-05-25.pm" } == [.H14])
        #expect(try broken(2) { $0.crew = ["m2"] } == [.H14])
        #expect(try broken(in: [("series.0.gap", [:]), ("series.0.same", [])]) == [])
        let all = [("series.0.all", JSON.bool(true)), ("series.0.requests", ["club1", "club2"])] as [(String, JSON?)]
        #expect(try broken(2, in: all) { $0.request = "nobody" } == [.H1, .H14])
    }

    @Test("H15: a kit that is away in the night of its stay, or taken elsewhere, is found")
    func stays() throws {
        #expect(try broken(in: [("kits.0.away", ["2026-05-25.pm"])]) == [.H15])
        #expect(try broken(in: [("kits.0.away", ["2026-05-26.am"])]) == [.H5])
        let needs =
            [("requests.3.needs", [["pool": "kits", "skill": "space", "level": 1, "count": 1]])] as [(String, JSON?)]
        let elsewhere = try broken(3, in: needs) {
            $0.start = "2026-05-25.pm"
            $0.crew = ["k"]
        }
        #expect(elsewhere == [.H15])
    }

    @Test("H16: what is not lent, or no longer, is found")
    func loans() throws {
        #expect(try broken(in: [("venues.2.lend", nil)]) == [.H16])
        #expect(try broken(in: [("venues.2.lend.most", 0)]) == [.H16])
        #expect(try broken(in: [("venues.2.lend.to", [])]) == [.H16])
        #expect(try broken(in: [("requests.3.department", "jy"), ("venues.2.lend", nil)]) == [])
    }

    @Test("Disruption counts a lost site by its credit, and a moved session once")
    func disruption() throws {
        var plan = ClubWeek.plan
        plan.sessions[3].sites = []
        let checker = Checker(week: try ClubWeek.week())
        #expect(checker.check(plan, baseline: ClubWeek.plan).terms.disruption == 50)
        plan = ClubWeek.plan
        plan.sessions[3].start = "2026-05-27.am"
        #expect(checker.check(plan, baseline: ClubWeek.plan).terms.disruption == 10)
    }

    @Test("The first edition knows none of it")
    func firstEdition() throws {
        let week = try ClubWeek.week(("format", "caravan-week/1"), ("weights.yuan", nil))
        #expect(week.series.isEmpty && week.history.isEmpty && week.departments.isEmpty)
        #expect(week.requests.allSatisfy { $0.relay == nil && $0.lasts == 1 && !$0.dropIn && $0.crowd == $0.audience })
        let report = Checker(week: week).check(ClubWeek.plan)
        #expect(Set(report.violations.map(\.rule)) == [.H3])
        #expect(report.terms.money == nil)
    }
}
