import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanReport

@Suite("Calendars as another program reads them", .enabled(if: Parser.isThere, Parser.absence))
struct IndependentParserTests {
    /// Tells everything that icalendar finds, as JSON; it fails where icalendar finds a mistake.
    private static let script = """
        import sys, json, icalendar
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        faults = [f"{part.name}: {error}" for part in calendar.walk() for error in part.errors]
        events = [{"uid": str(e["UID"]), "sequence": int(e["SEQUENCE"]), "status": str(e["STATUS"]),
                   "summary": str(e["SUMMARY"]), "location": str(e["LOCATION"]),
                   "description": str(e["DESCRIPTION"]), "start": e["DTSTART"].dt.isoformat(),
                   "end": e["DTEND"].dt.isoformat(), "geo": list(e["GEO"].to_ical().split(";")),
                   "organizer": e["ORGANIZER"].params["CN"]} for e in calendar.walk("VEVENT")]
        zones = [z.to_tz().utcoffset(__import__("datetime").datetime(2025, 5, 24)).total_seconds()
                 for z in calendar.walk("VTIMEZONE")]
        json.dump({"faults": faults, "events": events, "zones": zones, "method": str(calendar["METHOD"])}, sys.stdout)
        """

    private func parsed(_ calendar: String) throws -> JSON {
        let result = try run("python3", ["-c", Self.script], stdin: Data(calendar.utf8))
        try #require(result.status == 0, "\(result.errorText)")
        return try JSON(parsing: Array(result.stdout))
    }

    @Test("icalendar finds no mistake and the same sessions")
    func reads() throws {
        let week = try ReportWeek.week()
        let version = PublishedPlan(version: 1, date: Date(), week: week, plan: ReportWeek.plan)
        let calendar = try PlanCalendar(
            version, published: [version], for: nil, language: .chinese, stamp: Date())
        let found = try parsed(calendar.text)
        #expect(found["faults"]?.array?.isEmpty == true)
        #expect(found["method"] == "PUBLISH")
        #expect(found["zones"]?.array?.compactMap(\.number) == [28_800])
        let events = try #require(found["events"]?.array)
        #expect(events.compactMap { $0["uid"]?.string } == ["r1", "r2", "r3"].map { "\($0)@hand.caravan" })
        #expect(events[1]["summary"] == "动手; 实验, 一")
        #expect(events[1]["start"] == "2025-05-24T14:00:00+08:00")
        #expect(events[1]["end"] == "2025-05-25T00:00:00+08:00")
        #expect(events[1]["location"] == "湾沟镇学校、湾沟镇、x")
        #expect(events[1]["description"]?.string?.contains("\n预计人数：20\n") == true)
        #expect(events[1]["organizer"] == "科技周 · Science week")
        #expect(events[2]["summary"] == "r3")
    }

    @Test("the sample of a whole city reads without a mistake", arguments: ["samples/baishan-2025/week.json"])
    func city(path: String) throws {
        let file = SharedMaterial.packageRoot.appendingPathComponent(path)
        let week = try Week(document: JSON(parsing: Array(try Data(contentsOf: file))))
        let dates = week.calendar
        let sessions = week.requests.enumerated().map { number, request in
            Session(
                request: request.id, start: dates.name(of: number % dates.dates.count * dates.slotsPerDate),
                township: week.townships[request.townships[0]].id, venue: week.venues[number].id,
                crew: [week.members[number % week.members.count].id])
        }
        let version = PublishedPlan(version: 1, date: Date(), week: week, plan: Plan(week: week.id, sessions: sessions))
        let calendar = try PlanCalendar(version, published: [], for: nil, language: .english, stamp: Date())
        let found = try parsed(calendar.text)
        #expect(found["faults"]?.array?.isEmpty == true)
        let titles = Set(try #require(found["events"]?.array).compactMap { $0["summary"]?.string })
        #expect(titles == Set(week.requests.map(\.title)))
    }
}

/// The parser from PyPI that knows nothing of Caravan.
enum Parser {
    static let isThere: Bool = {
        guard SharedMaterial.python != nil else { return false }
        return (try? run("python3", ["-c", "import icalendar"]))?.status == 0
    }()

    static let absence: Comment = "needs python3 and icalendar (pip install icalendar)"
}
