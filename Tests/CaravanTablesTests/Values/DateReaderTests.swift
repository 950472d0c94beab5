import CaravanCore
import TestSupport
import Testing

@testable import CaravanTables

@Suite("Dates are read as spreadsheets and people write them")
struct DateReaderTests {
    private let week = DateReader(start: CivilDate("2025-05-24"), days: 9)

    @Test(
        "29 May in every dress",
        arguments: [
            "2025-05-29", "2025/5/29", "2025.5.29", "20250529", "2025年5月29日", "2025年5月29日 星期四", "5月29日", "５月２９日",
            "29 May 2025", "29-May-25", "May 29, 2025", "29th of May 2025", "Thursday, 29 May 2025", "5/29", "29/5",
            "5.29",
            "29.5.2025", "29日", "周四 5月29日", "5月29日（星期四）", "5 月 29 号", "2025 5 29", "5/29/2025", "29/05/25", "25-5-29",
            "2025-05-29 00:00:00", "2025-05-29T00:00:00", "45806",
        ])
    func dresses(_ text: String) { #expect(week.read(text) == .date(CivilDate("2025-05-29")!)) }

    @Test(
        "What is no date",
        arguments: [
            "", "soon", "2025-02-29", "31 April", "29", "5/32", "2025-13-01", "1234567", "5-5-5-5",
            "5月29日26日", "5月29日9:00", "2025-05-29 09:00", "5月29日上午", "5月29日前", "5月26日-24日", "26-24 May", "5月29日-",
            "-5月29日", "5月29日-5月", "5月29日至", "24,26", "24 26 May", "5-24-26-28", "29.-30.", "5月/29", "2025年29日",
        ])
    func noDate(_ text: String) { #expect(week.read(text) == .none) }

    @Test("The week decides what is day and what is month; without it both are named")
    func order() throws {
        let june = DateReader(start: CivilDate("2025-06-01"), days: 9)
        #expect(june.read("5/6/2025") == .date(try #require(CivilDate("2025-06-05"))))
        let autumn = DateReader(start: CivilDate("2025-10-10"), days: 3)
        guard case .ambiguous = autumn.read("5/6/2025") else {
            Issue.record("not ambiguous")
            return
        }
    }

    @Test(
        "Ranges and lists name every date",
        arguments: [
            ("5月24日-26日", "24~26"), ("5/24-26", "24~26"), ("24-26 May", "24~26"), ("5月24—26日", "24~26"),
            ("5.24-5.26", "24~26"), ("5月24日至26日", "24~26"), ("2025-05-24~26", "24~26"), ("5月24日～5月26日", "24~26"),
            ("2025-05-24~2025-05-26", "24~26"), ("2025-05-24-2025-05-26", "24~26"), ("May 24-26, 2025", "24~26"),
            ("24 - 26 May 2025", "24~26"), ("24 May to 26 May", "24~26"), ("May 24 – 26", "24~26"),
            ("2025年5月24日－26日", "24~26"), ("5/24~26", "24~26"), ("24日-26日", "24~26"), ("24-26", "24~26"),
            ("5月24日(周六)-26日(周一)", "24~26"), ("24-26/5", "24~26"), ("5月24日——26日", "24~26"),
            ("5月30日-6月1日", "30~32"), ("2025-05-30~06-01", "30~32"), ("30 May - 1 June", "30~32"),
            ("5月24日和26日", "24 26"), ("5月24日 26日", "24 26"), ("5月24日 5月26日", "24 26"), ("5/24 5/26", "24 26"),
            ("5月24日、26日", "none"), ("5月24日/26日", "24 26"), ("24 May and 26 May", "24 26"), ("5月24日,26日", "24 26"),
            ("May 24, 26", "24 26"), ("5月24日-25日和27日", "24~25 27"), ("2025-05-24 2025-05-26", "24 26"),
        ])
    func ranges(_ text: String, _ days: String) throws {
        let first = try #require(CivilDate("2025-05-24"))
        let spans = try days.split(separator: " ").compactMap { part -> DateReader.Span? in
            let ends = part.split(separator: "~").compactMap { Int($0) }
            guard let low = ends.first, let high = ends.last else { return nil }
            return DateReader.Span(
                try #require(CivilDate(dayNumber: first.dayNumber + low - 24)),
                try #require(CivilDate(dayNumber: first.dayNumber + high - 24)))
        }
        #expect(week.read(text) == (spans.isEmpty ? .none : .spans(spans)))
    }

    @Test("The year is never taken from a day: what may be either is refused with both readings")
    func yearOrDay() throws {
        let may = DateReader(start: CivilDate("2026-05-20"), days: 9)
        for text in ["5-24-26", "5/24/26", "5.24-26", "5月24日-26日", "5/24-26", "24-26 May", "May 24, 26"] {
            #expect(may.read(text) != .date(try #require(CivilDate("2026-05-24"))), "\(text)")
        }
        #expect(may.read("5-24-26") == .ambiguous("2026-05-24", "2026-05-24~2026-05-26"))
        #expect(may.read("5/24/26") == .ambiguous("2026-05-24", "2026-05-24, 2026-05-26"))
        #expect(may.read("5.24.26") == .ambiguous("2026-05-24", "2026-05-24, 2026-05-26"))
        #expect(may.read("24 May 26") == .date(try #require(CivilDate("2026-05-24"))))
        let september = DateReader(start: CivilDate("2026-09-08"), days: 7)
        #expect(september.read("9-11") == .ambiguous("2026-09-11", "2026-09-09~2026-09-11"))
    }

    @Test("A day of the week that is not the date's is refused")
    func weekday() throws {
        #expect(week.read("5月29日 星期五") == .otherWeekday(try #require(CivilDate("2025-05-29"))))
        #expect(week.read("Friday 29 May") == .otherWeekday(try #require(CivilDate("2025-05-29"))))
    }

    @Test("However ranges and lists are written, they are read whole or refused, and more text is never passed over")
    func whole() throws {
        var random = SeededGenerator(for: "ranges of dates")
        let signs = [
            "-", "~", "—", "至", "到", " - ", "–", " to ", "和", "、", " ", "/", ",", "+", ".", "; ", "x", " and ",
        ]
        let year = 2025 + random.index(below: 3)
        for _ in 0..<3000 {
            let begin = try #require(CivilDate(year, 1 + random.index(below: 12), 1 + random.index(below: 28)))
            let reader = DateReader(start: begin, days: 9)
            let days = (0..<2).map { _ in begin.dayNumber + random.index(below: 9) }.sorted()
            let dates = days.compactMap { CivilDate(dayNumber: $0) }
            let texts = dates.enumerated().map { index, date -> String in
                let (m, d) = (date.month, date.day)
                let short = ["\(d)", "\(d)日"]
                let full = ["\(m)月\(d)日", "\(m)/\(d)", "\(m).\(d)", "\(m)-\(d)", date.text]
                let forms = index == 1 && dates[0].month == m ? full + short : full
                return forms[random.index(below: forms.count)]
            }
            let drawn = signs[random.index(below: signs.count)]
            // A stroke behind 5/24 may belong to it.
            let sign = drawn == "/" && !texts[0].hasSuffix("日") ? "和" : drawn
            let text = texts[0] + sign + texts[1]
            switch reader.read(text) {
            case .date(let date): #expect(days[0] == days[1], "\(text) in \(begin.text) became \(date.text)")
            case .spans(let spans)
            where spans.allSatisfy { begin.dayNumber...begin.dayNumber + 8 ~= $0.first.dayNumber }:
                #expect(spans.first?.first == dates[0] && spans.last?.last == dates[1], "\(text): \(spans)")
                let isRange = spans.count == 1 && spans[0].days.count > 1
                #expect(isRange == !["和", " ", "/", ",", "+", " and "].contains(sign), "\(text): \(spans)")
            default: break
            }
        }
    }

    @Test("A date without a year needs a week, and finds it over new year too")
    func year() throws {
        #expect(DateReader(start: nil, days: 0).read("5月29日") == .yearMissing)
        let winter = DateReader(start: CivilDate("2025-12-29"), days: 7)
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
            ("9点", 540), ("9点半", 570), ("12:00 am", 0), ("24:00", 1440), ("上午9:05", 545), ("晚上12点", 1440),
            ("夜里12点", 1440), ("午夜12点", 1440), ("凌晨12点", 0), ("凌晨1点", 60), ("中午12点", 720), ("中午12点半", 750),
            ("中午1点", 780), ("下午12点", 720), ("12 am", 0), ("12 pm", 720), ("9 am", 540), ("2pm", 840),
            ("12:30 p.m.", 750),
            ("晚上8点", 1200), ("晚上20:00", 1200), ("傍晚6点", 1080), ("14:00 PM", 840), ("下午2点30", 870), ("9点整", 540),
        ])
    func clock(_ text: String, _ minutes: Int) { #expect(ClockText.minutes(text) == minutes) }

    @Test(
        "What is no time of day",
        arguments: [
            "", "9", "24:01", "9:60", "9:00:30", "noon", "-1:00", "1:2:3:4",
            "上午12点", "早上12点", "晚上3点", "晚上12点半", "凌晨9点", "中午5点", "上午13:00", "下午0点", "上午9:00 pm", "9:00-11:30",
            "9:00左右", "约9点", "9点15刻", "1 2:00", "24:00 pm", "9:0٣", "25点", "下午", "9::00", "9点:30", "12 am 5",
        ])
    func noClock(_ text: String) { #expect(ClockText.minutes(text) == nil) }
}
