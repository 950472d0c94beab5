import Testing

@testable import CaravanCore

@Suite("Reports of a plan")
struct ReportTests {
    private let report: CoverageReport
    private let week: Week

    init() throws {
        week = try HandWeek.week()
        report = CoverageReport(week: week, plan: HandWeek.plan)
    }

    private func row(_ grouping: CoverageGrouping, _ id: String) throws -> CoverageRow {
        try #require(report.rows(by: grouping).first { $0.id == id })
    }

    @Test("Townships are told with sessions, people, audiences and shortfalls; one left out is visible")
    func townships() throws {
        let a = try row(.township, "a")
        #expect((a.sessions, a.attendance, a.population, a.perThousand) == (2, 100, 3000, 100.0 / 3000 * 1000))
        #expect(a.audiences.map(\.sessions) == [1, 1])
        #expect(a.audiences[0].perThousand == 50)
        #expect(a.shortfall?.parts == [])
        #expect(a.load == Load(used: 3, usable: 8))
        #expect(a.money.sessions == 2 * 310 + 4 * 100)
        let c = try row(.township, "c")
        #expect(c.sessions == 0)
        #expect(c.shortfall?.units(.sessions) == 2)
        #expect(c.shortfall?.points == 50)
        #expect(c.load == Load(used: 0, usable: 4))
    }

    @Test("Counties are told with the shortfalls of their townships and their own")
    func counties() throws {
        let x = try row(.county, "x")
        #expect((x.sessions, x.attendance, x.population) == (3, 150, 3500))
        #expect(x.shortfall?.parts.map(\.target) == ["floor"])
        #expect(x.shortfall?.points == 5)
        let y = try row(.county, "y")
        #expect(y.shortfall?.parts.map(\.target) == ["floor", "people"])
        #expect(y.shortfall?.units(.attendance) == 100)
        #expect(y.shortfall?.points == 100.0)
    }

    @Test("Audiences, funds, members and venues are told with what concerns them")
    func theOthers() throws {
        let youth = try row(.audience, "youth")
        #expect((youth.sessions, youth.population) == (1, 5500))
        #expect(youth.shortfall?.points == 45)
        let fund = try row(.fund, "science")
        #expect(fund.money == Money(sessions: 1430, trips: 0, limit: 2000))
        let member = try row(.member, "e1")
        #expect((member.sessions, member.attendance) == (2, 100))
        #expect(member.load == Load(used: 3, usable: 4, maxPerWeek: 3))
        #expect(member.money.sessions == 200)
        let venue = try row(.venue, "a-hall")
        #expect(venue.load == Load(used: 3, usable: 4))
        #expect(venue.money.sessions == 20)
        #expect(try row(.venue, "c-hall").sessions == 0)
    }

    @Test("Every group has its row, and records hold what rows say")
    func rows() {
        let counts = CoverageGrouping.allCases.map { report.rows(by: $0).count }
        #expect(counts == [3, 2, 2, 2, 4, 4])
        for grouping in CoverageGrouping.allCases {
            for row in report.rows(by: grouping) {
                #expect(row.record["id"]?.string == row.id)
                #expect(row.record["sessions"]?.integer == row.sessions)
                #expect((row.record["shortfall"] != nil) == (grouping != .member && grouping != .venue))
            }
        }
    }

    @Test("Trips are told where they go, by whom, and from which fund")
    func trips() throws {
        var plan = HandWeek.plan
        plan.sessions[1].crew = ["e1"]
        let report = CoverageReport(week: week, plan: plan)
        func trips(_ grouping: CoverageGrouping, _ id: String) -> Double? {
            report.rows(by: grouping).first { $0.id == id }?.money.trips
        }
        #expect(trips(.township, "b") == 60)
        #expect(trips(.county, "x") == 60)
        #expect(trips(.member, "e1") == 60)
        #expect(trips(.fund, "cars") == 60)
        #expect(trips(.fund, "science") == 0)
        let money = MoneyReport(week: week, plan: plan).rows
        #expect(money.map(\.fund) == ["science", "cars"])
        #expect(money.map(\.sessions) == [1430, 0])
        #expect(money.map(\.trips) == [0, 60])
        #expect(money.map(\.left) == [570, 440])
    }

    @Test("Shortfalls by township, county or audience add up to the points of the targets that they concern")
    func sums() throws {
        let terms = Checker(week: week).check(HandWeek.plan).terms
        let perTownship = report.rows(by: .township).reduce(0) { $0 + ($1.shortfall?.points ?? 0) }
        let perCounty = report.rows(by: .county).reduce(0) { $0 + ($1.shortfall?.points ?? 0) }
        let perAudience = report.rows(by: .audience).reduce(0) { $0 + ($1.shortfall?.points ?? 0) }
        #expect(perTownship == 55)
        #expect(perAudience == 55)
        #expect(perCounty == terms.targets)
    }

    @Test(
        "Shortfalls reckoned without going through empty groups are those of all groups one by one",
        arguments: [
            ["township"], ["township", "audience"], ["audience", "date", "township"], ["county", "township"],
            ["county", "audience"], ["fund", "township"], ["date"], [],
        ] as [JSON], [false, true])
    func attribution(per: JSON, scaled: Bool) throws {
        let scaled = scaled && per.array?.contains("township") == true
        for clauses in [[:], ["audience": ["elderly"]], ["township": ["c", "a"]], ["county": ["x"]]] as [JSON] {
            let target: JSON = [
                "id": "t", "per": per, "where": clauses, "measure": "sessions", "atLeast": 1.5, "weight": 3,
                "scaled": .bool(scaled),
            ]
            let week = try HandWeek.week(("targets", [target]))
            var log = ViolationLog()
            let held = HeldSessions(HandWeek.plan.sessions, in: week, &log)
            let (rule, tally) = (week.targets[0], CoverageTally(week.targets[0], held))
            for key in rule.per {
                let found = try #require(TargetShortfall(tally, by: key, week))
                var (units, points) = (found.units.map { _ in 0.0 }, found.points.map { _ in 0.0 })
                for group in 0..<rule.groupCount {
                    let value = rule.values(of: group)[try #require(rule.per.firstIndex(of: key))]
                    units[value] += tally.shortfall(of: group)
                    points[value] += (rule.weight(of: group) ?? 0) * tally.shortfall(of: group)
                }
                #expect(zip(found.units, units).allSatisfy { ($0 - $1).magnitude < 1e-9 }, "\(key)")
                #expect(zip(found.points, points).allSatisfy { ($0 - $1).magnitude < 1e-9 }, "\(key)")
            }
        }
    }

    @Test("Sessions that name what the week has not are left out, and trap nothing")
    func strangePlans() {
        var plan = HandWeek.plan
        plan.sessions[0].venue = "nothing"
        plan.sessions[1].request = "nobody"
        plan.sessions[2].crew = ["no-one", "e1", "e1"]
        let report = CoverageReport(week: week, plan: plan)
        #expect(report.rows(by: .venue).map(\.sessions) == [1, 0, 0, 0])
        #expect(report.rows(by: .member).map(\.sessions) == [2, 0, 0, 1])
        #expect(CoverageSummary(week: week, plan: plan).held == 2)
    }

    @Test("The summary names the townships that are left out")
    func summary() {
        let summary = CoverageSummary(week: week, plan: HandWeek.plan)
        #expect(summary.leftOut == ["c"])
        #expect((summary.held, summary.requests, summary.attendance) == (3, 4, 150))
        #expect(summary.shortfallPoints == 105)
        #expect(summary.record["reached"] == 2)
    }
}
