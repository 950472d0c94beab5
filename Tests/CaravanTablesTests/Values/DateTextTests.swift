import CaravanCore
import TestSupport
import Testing

@testable import CaravanTables

@Suite("Dates are read as spreadsheets and people write them")
struct DateTextTests {
    private let week = DateText(start: CivilDate("2025-05-24"), days: 9)

    @Test(
        "29 May in every dress",
        arguments: [
            "2025-05-29", "2025/5/29", "2025.5.29", "20250529", "2025年5月29日", "2025年5月29日 星期四", "5月29日", "５月２９日",
            "29 May 2025", "29-May-25", "May 29, 2025", "29th of May 2025", "Thursday, 29 May 2025", "5/29", "29/5",
            "5.29",
            "29.5.2025", "5/29/2025", "29/05/25", "25-5-29", "2025-05-29 00:00:00", "2025-05-29T00:00:00", "45806",
        ])
    func dresses(_ text: String) { #expect(week.read(text) == .date(CivilDate("2025-05-29")!)) }

    @Test(
        "What is no date",
        arguments: ["", "soon", "2025-02-29", "31 April", "29", "5/32", "2025-13-01", "1234567", "5-5-5-5"])
    func noDate(_ text: String) { #expect(week.read(text) == .none) }

    @Test("The week decides what is day and what is month; without it both are named")
    func order() throws {
        let june = DateText(start: CivilDate("2025-06-01"), days: 9)
        #expect(june.read("5/6/2025") == .date(try #require(CivilDate("2025-06-05"))))
        let autumn = DateText(start: CivilDate("2025-10-10"), days: 3)
        guard case .ambiguous = autumn.read("5/6/2025") else {
            Issue.record("not ambiguous")
            return
        }
    }

    @Test("A date without a year needs a week, and finds it over new year too")
    func year() throws {
        #expect(DateText(start: nil, days: 0).read("5月29日") == .yearMissing)
        let winter = DateText(start: CivilDate("2025-12-29"), days: 7)
        #expect(winter.read("1月2日") == .date(try #require(CivilDate("2026-01-02"))))
    }

    @Test("Serial numbers and dates are each other's inverse over nine thousand years")
    func serial() throws {
        var random = SeededGenerator(for: "serial dates")
        for _ in 0..<2000 {
            let number = Int.random(in: 61..<2_958_466, using: &random)
            let date = try #require(SerialDate(Double(number)).date)
            #expect(SerialDate(date).serial == Double(number))
            #expect(CivilDate(date.text) == date)
        }
        #expect(SerialDate(45806).text == "2025-05-29")
        #expect(SerialDate(0.375).text == "09:00")
        #expect(SerialDate(1).text.hasSuffix("01") || SerialDate(1).minutes == 1440)
    }

    @Test(
        "Times of day",
        arguments: [
            ("9:00", 540), ("09:00:00", 540), ("９：００", 540), ("2:00 PM", 840), ("下午2:00", 840), ("14时30分", 870),
            ("9点", 540), ("9点半", 570), ("12:00 am", 0), ("24:00", 1440), ("上午9:05", 545),
        ])
    func clock(_ text: String, _ minutes: Int) { #expect(ClockText.minutes(text) == minutes) }

    @Test("What is no time of day", arguments: ["", "9", "24:01", "9:60", "9:00:30", "noon", "-1:00", "1:2:3:4"])
    func noClock(_ text: String) { #expect(ClockText.minutes(text) == nil) }
}
