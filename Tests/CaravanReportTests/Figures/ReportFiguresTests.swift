import CaravanCore
import TestSupport
import Testing

@testable import CaravanReport

@Suite("Figures of a report")
struct ReportFiguresTests {
    @Test("sessions, people, formats and money of a week made by hand")
    func counts() throws {
        let figures = ReportFigures(week: try ReportWeek.week(), plan: ReportWeek.plan)
        #expect(figures.requests == 4)
        #expect(figures.sessions == 3)
        #expect(figures.attendance == 120)
        #expect(figures.population == 6000)
        #expect(figures.interactive == 2)
        #expect(figures.interactiveShare == 2.0 / 3)
        #expect(figures.counties.map(\.sessions) == [3, 0])
        #expect(figures.counties.map(\.perThousand) == [40, 0])
        #expect(figures.audiences.map(\.attendance) == [60, 60])
        #expect(figures.formats.map(\.sessions) == [1, 1, 1])
        // Three requests at 300, three halls at 10, the fees of e1, e2 and vr.
        #expect(figures.contributions[0].charged == 3 * 310 + 3 * 100)
        #expect(figures.contributions[0].share.sessions == 3)
        #expect(figures.contributions[1].charged > 0, "e2 and vr travel from a to b")
        #expect(figures.limit == 2500)
    }

    @Test("equity names the least served township and those without a session")
    func equity() throws {
        let equity = ReportFigures(week: try ReportWeek.week(), plan: ReportWeek.plan).equity
        // Per thousand: a 50, b 20, c 0.
        #expect(equity.leftOut == [2])
        #expect(equity.peopleLeftOut == 3000)
        #expect(equity.worst == 2)
        #expect(abs((equity.gini ?? 0) - (-2 * 0 + 0 * 20 + 2 * 50) / (3 * 70.0)) < 1e-12)
    }

    @Test("a plan without sessions has figures too")
    func nothing() throws {
        let figures = ReportFigures(week: try ReportWeek.week(), plan: Plan(week: "hand", sessions: []))
        #expect(figures.sessions == 0)
        #expect(figures.interactiveShare == nil)
        #expect(figures.equity.gini == nil)
        #expect(figures.equity.leftOut == [0, 1, 2])
        #expect(figures.equity.worst == 2, "of three without anything the one with most people")
    }

    @Test("the Gini coefficient is half the mean difference of all pairs over the mean")
    func gini() {
        #expect(Inequality.gini([]) == nil)
        #expect(Inequality.gini([0, 0]) == nil)
        #expect(Inequality.gini([5, 5, 5]) == 0)
        #expect(Inequality.gini([0, 0, 0, 8]) == 0.75)
        var random = SeededGenerator(for: "Gini")
        for _ in 0..<50 {
            let values = (0...random.index(below: 20)).map { _ in Double(random.index(below: 50)) + 1 }
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            let differences = values.flatMap { a in values.map { abs(a - $0) } }.reduce(0, +)
            #expect(abs((Inequality.gini(values) ?? -1) - differences / (2 * count * count * mean)) < 1e-9)
        }
    }
}
