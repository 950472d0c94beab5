import CaravanCore
import Testing

@Suite("Reports of weeks of the second edition")
struct SecondEditionReportTests {
    private func rows(_ grouping: CoverageGrouping) throws -> [String: CoverageRow] {
        let report = CoverageReport(week: try ClubWeek.week(), plan: ClubWeek.plan)
        return Dictionary(report.rows(by: grouping).map { ($0.id, $0) }) { first, _ in first }
    }

    @Test("A site counts in its township, a stay's people on each date, and earlier weeks in what is missing")
    func townships() throws {
        let rows = try rows(.township)
        #expect(rows["c"]?.sessions == 1 && rows["c"]?.attendance == 20)
        #expect(rows["b"]?.sessions == 1 && rows["b"]?.attendance == 60 && rows["b"]?.load?.used == 2)
        let points = rows.mapValues { $0.shortfall?.points ?? 0 }
        #expect(points == ["a": 0, "b": 10, "c": 15])
    }

    @Test("Who pays together is charged by shares, and loans cost their fee")
    func money() throws {
        let funds = try rows(.fund)
        #expect(funds["science"]?.money.sessions == 185 && funds["company"]?.money.sessions == 5)
        #expect(funds["company"]?.money.trips == 40)
        #expect(try rows(.venue)["vc"]?.money.sessions == 100)
        let report = MoneyReport(week: try ClubWeek.week(), plan: ClubWeek.plan)
        #expect(report.rows.map(\.charged) == [185, 45])
    }

    @Test("Sites concern whom they take, and who loses or changes one is told")
    func sites() throws {
        let week = try ClubWeek.week()
        let talk = ClubWeek.plan.sessions[3]
        #expect(try Party("venue:vc", in: week).isConcerned(by: talk, in: week))
        #expect(try Party("township:c", in: week).isConcerned(by: talk, in: week))
        #expect(try Party("fund:company", in: week).isConcerned(by: ClubWeek.plan.sessions[1], in: week))
        var other = ClubWeek.plan
        other.sessions[3].sites = []
        #expect(PlanDifference(from: ClubWeek.plan, to: other).changes.map(\.kind) == [.sites])
    }

    @Test("A change of a series or of a site's venue reaches its sessions")
    func reach() throws {
        let week = try ClubWeek.week()
        let series = try ClubWeek.week(("series.0.gap.most", 2))
        #expect(series.decisionsReached(from: week, in: ClubWeek.plan) == 2)
        #expect(try ClubWeek.week(("venues.2.cost", 1)).decisionsReached(from: week, in: ClubWeek.plan) == 1)
        #expect(try ClubWeek.week(("history.0.weight", 1)).decisionsReached(from: week, in: ClubWeek.plan) == 1)
    }
}
