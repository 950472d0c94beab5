import Foundation
import TestSupport
import Testing

@testable import CaravanCore

@Suite("Dates and slots")
struct SlotCalendarTests {
    @Test("Slot instances are numbered in time order and found by name")
    func instances() throws {
        let calendar = try HandWeek.week().calendar
        #expect(calendar.dates == ["2025-05-24", "2025-05-25"])
        #expect(
            (0..<calendar.count).map(calendar.name(of:)) == [
                "2025-05-24.am", "2025-05-24.pm", "2025-05-25.am", "2025-05-25.pm",
            ])
        for instance in 0..<calendar.count {
            #expect(calendar.instance(named: calendar.name(of: instance)) == instance)
        }
        #expect(calendar.instance(named: "2025-05-26.am") == nil)
        #expect((calendar.begin(of: 3), calendar.end(of: 3), calendar.date(of: 3)) == (780, 900, 1))
    }

    @Test("A session does not run past its date")
    func spans() throws {
        let calendar = try HandWeek.week().calendar
        #expect(calendar.span(from: 0, duration: 2) == 0..<2)
        #expect(calendar.span(from: 1, duration: 2) == nil)
        #expect(calendar.span(from: 3, duration: 1) == 3..<4)
    }

    @Test("Dates run over months and leap years")
    func months() throws {
        #expect(
            try HandWeek.week(("start", "2024-02-28"), ("days", 3), ("requests", []), ("pins", [])).calendar.dates
                == ["2024-02-28", "2024-02-29", "2024-03-01"])
        #expect(
            try HandWeek.week(("start", "1999-12-31"), ("requests", []), ("pins", [])).calendar.dates
                == ["1999-12-31", "2000-01-01"])
    }

    @Test("Day numbers count days since 1970, for every date")
    func dayNumbers() throws {
        #expect(CivilDate("1970-01-01")?.dayNumber == 0)
        #expect(CivilDate("2000-03-01")?.dayNumber == 11_017)
        #expect(CivilDate("9999-12-31")?.dayNumber == 2_932_896)
        var date = try #require(CivilDate("1895-12-25"))
        var number = date.dayNumber
        for _ in 0..<3000 {
            date = date.adding(days: 1)
            number += 1
            #expect(date.dayNumber == number)
        }
    }

    @Test(
        "Only real dates are dates",
        arguments: [
            "2025-02-29", "2025-13-01", "2025-00-10", "2025-1-01", "0000-01-01", "x", "", "2025-05-32", "２０２５-05-24",
            "2025-05-2४",
        ])
    func noDates(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test("Clock times are HH:MM up to 24:00")
    func clocks() {
        #expect(minutes(ofClock: "00:00") == 0)
        #expect(minutes(ofClock: "23:59") == 1439)
        #expect(minutes(ofClock: "24:00") == 1440)
        for text in ["24:01", "25:00", "9:00", "09:60", "09.00", "", "é9:00", "-1:00", "+9:00"] {
            #expect(minutes(ofClock: text) == nil)
        }
    }
}
