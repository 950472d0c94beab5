import CaravanCore
import CaravanLanguage
import CaravanPresentation
import Foundation
import TestSupport
import Testing

@Suite("Numbers, dates and names as people read them")
struct PresentationTests {
    @Test("numbers have commas between thousands and the decimals asked for")
    func numbers() {
        #expect(NumberText.grouped(0) == "0")
        #expect(NumberText.grouped(1_234_567.4) == "1,234,567")
        #expect(NumberText.grouped(1_234_567.891, decimals: 2) == "1,234,567.89")
        #expect(NumberText.grouped(-1234.56, decimals: 1) == "-1,234.6")
        #expect(NumberText.grouped(999.96, decimals: 1) == "1,000.0")
        #expect(NumberText.grouped(0.05, decimals: 2) == "0.05")
        #expect(NumberText.grouped(0.0000004, decimals: 3) == "0.000")
        #expect(NumberText.grouped(12, decimals: 3) == "12.000")
    }

    @Test("a half is rounded away from zero, as the number is written, whatever the nearest binary number is")
    func halves() {
        // Of these the nearest binary numbers lie below the half, or come to lie beside it when multiplied.
        for (value, text) in [(1.005, "1.01"), (0.285, "0.29"), (1.115, "1.12"), (8.345, "8.35"), (2.675, "2.68")] {
            #expect(NumberText.grouped(value, decimals: 2) == text)
            #expect(NumberText.grouped(-value, decimals: 2) == "-" + text)
        }
        #expect(NumberText.grouped(0.5) == "1")
        #expect(NumberText.grouped(2.5) == "3")
        #expect(NumberText.percent(0.01005) == "1.01%")
    }

    @Test("what rounds to nothing has no sign, differences have one else")
    func signs() {
        #expect(NumberText.grouped(-0.01, decimals: 1) == "0.0")
        #expect(NumberText.signed(0.04) == "0.0")
        #expect(NumberText.signed(-0.04) == "0.0")
        #expect(NumberText.signed(0.05) == "+0.1")
        #expect(NumberText.signed(-305) == "-305.0")
        #expect(NumberText.signed(12, decimals: 0) == "+12")
    }

    @Test("percentages and durations are rounded, and nothing traps")
    func extremes() {
        #expect(NumberText.percent(0.0005978) == "0.06%")
        #expect(NumberText.percent(0.4567, decimals: 1) == "45.7%")
        #expect(NumberText.seconds(59.94) == "59.9 s")
        #expect(NumberText.seconds(3725) == "1 h 2 min")
        #expect(NumberText.seconds(1e300) == "277777 h 46 min")
        #expect(NumberText.grouped(1e300).count == 301)
        #expect(NumberText.grouped(.infinity, decimals: 1) == "inf")
        #expect(NumberText.percent(.nan) == "nan%")
        #expect(NumberText.grouped(.leastNonzeroMagnitude, decimals: 2) == "0.00")
        #expect(NumberText.grouped(.greatestFiniteMagnitude, decimals: 9).hasPrefix("179769"))
    }

    @Test("dates read as people write them")
    func dates() {
        #expect(DateText.day("2025-05-24", in: .chinese) == "5月24日 周六")
        #expect(DateText.day("2025-05-24", in: .english) == "Sat 24 May")
        #expect(DateText.dayInOrder("2025-05-24", in: .english) == "2025-05-24 Sat")
        #expect(DateText.range("2025-05-23", "2025-05-31", in: .chinese) == "2025年5月23日至31日")
        #expect(DateText.range("2025-05-30", "2025-06-02", in: .english) == "30 May–2 Jun 2025")
        #expect(DateText.range("2025-12-30", "2026-01-02", in: .chinese) == "2025年12月30日至2026年1月2日")
        #expect(DateText.clock(65) == "01:05")
    }

    @Test("days of the week go on from date to date", arguments: ["1970-01-01", "0001-01-01", "1969-12-25"])
    func weekdays(start: String) throws {
        let date = try #require(CivilDate(start))
        let known = ["1970-01-01": WeekdayName.thursday, "0001-01-01": .monday, "1969-12-25": .thursday]
        #expect(date.weekdayName == known[start])
        for days in 1...8 { #expect(date.adding(days: days).weekday == (date.weekday + days) % 7) }
    }

    @Test("what has no name is called by its identifier, and what edits took away by the name it had")
    func names() throws {
        let sample = SharedMaterial.packageRoot.appendingPathComponent("samples/tiny/week.json")
        var document = try #require(JSON(parsing: Data(contentsOf: sample)).object)
        let week = try Week(document: .object(document))
        let names = DisplayNames(week)
        let member = try #require(week.members.first)
        #expect(names.member(member.id) == member.name)
        #expect(names.venue("nowhere") == "nowhere")
        #expect(names.title("nothing") == nil)
        document["requests"] = .array(Array((document["requests"]?.array ?? []).dropLast()))
        let (gone, after) = (try #require(week.requests.last), try Week(document: .object(document)))
        #expect(DisplayNames(after).title(gone.id) == nil)
        #expect(DisplayNames(after, week).title(gone.id) == gone.title)
    }
}
