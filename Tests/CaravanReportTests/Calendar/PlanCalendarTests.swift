import CaravanCore
import CaravanLanguage
import Foundation
import Testing

@testable import CaravanReport

@Suite("Calendars of plans")
struct PlanCalendarTests {
    private static let start = Date(timeIntervalSince1970: 1_747_000_000)
    private static let changedAt = Date(timeIntervalSince1970: 1_747_900_000)

    /// Versions 1, 2, … of the week with these sessions, a day apart.
    private func versions(_ plans: [[Session]]) throws -> [PublishedPlan] {
        let week = try ReportWeek.week()
        return plans.enumerated().map { number, sessions in
            PublishedPlan(
                version: number + 1, date: Self.start.addingTimeInterval(Double(number) * 86_400), week: week,
                plan: Plan(week: "hand", sessions: sessions))
        }
    }

    private func calendar(
        _ current: PublishedPlan, _ published: [PublishedPlan], for subject: Party? = nil,
        standing: PlanStanding = .sound,
        language: Language = .english
    ) throws -> PlanCalendar {
        try PlanCalendar(
            current, published: published, for: subject, standing: standing, changedAt: Self.changedAt,
            language: language, stamp: Date(timeIntervalSince1970: 1_748_000_000))
    }

    private let first = ReportWeek.session("r1", "2025-05-24.am", "a", crew: ["e1"])
    private let moved = ReportWeek.session("r1", "2025-05-25.am", "a", crew: ["e1"])
    private let handedOver = ReportWeek.session("r1", "2025-05-24.am", "a", crew: ["e2"])
    private let other = ReportWeek.session("r2", "2025-05-24.pm", "b", crew: ["e2", "vr"])

    @Test("an event says when, where, who and for whom")
    func event() throws {
        let plan = try versions([[other]])
        let text = CalendarText(try calendar(plan[0], plan, language: .chinese).text)
        let event = try #require(text.events["r2@hand.caravan"])
        #expect(event["DTSTART"] == "20250524T140000")
        #expect(event["DTEND"] == "20250525T000000")
        #expect(text.lines.contains("DTSTART;TZID=Asia/Shanghai:20250524T140000"))
        #expect(event["SUMMARY"] == "动手\\; 实验\\, 一")
        #expect(event["LOCATION"] == "湾沟镇学校、湾沟镇、x")
        #expect(event["GEO"] == "42.060000;126.910000")
        #expect(event["DESCRIPTION"]?.contains("讲师 乙、VR 套装") == true)
        #expect(event["DESCRIPTION"]?.contains("人群：青少年\\n预计人数：20\\n") == true)
        #expect(event["STATUS"] == "CONFIRMED")
        #expect(event["SEQUENCE"] == "0")
        #expect(text.value(of: "METHOD") == "PUBLISH")
        #expect(text.value(of: "TZID") == "Asia/Shanghai")
    }

    @Test("each change between published versions raises the sequence, under the same UID")
    func changes() throws {
        let plans = try versions([[first, other], [moved, other], [other], [first, other]])
        let sequences = try plans.map { plan in
            CalendarText(try calendar(plan, plans).text).events["r1@hand.caravan"]?["SEQUENCE"]
        }
        #expect(sequences == ["0", "1", "2", "3"])
        let unchanged = CalendarText(try calendar(plans[3], plans).text).events["r2@hand.caravan"]
        #expect(unchanged?["SEQUENCE"] == "0")
        #expect(unchanged?["LAST-MODIFIED"] == unchanged?["CREATED"])
    }

    @Test("a dropped session stays as cancelled, and alone in the calendar of cancellations")
    func dropped() throws {
        let plans = try versions([[first, other], [other]])
        let text = CalendarText(try calendar(plans[1], plans).text)
        #expect(text.events["r1@hand.caravan"]?["STATUS"] == "CANCELLED")
        #expect(text.events["r1@hand.caravan"]?["SUMMARY"] == "Cancelled: 走近人工智能")
        #expect(text.events["r2@hand.caravan"]?["STATUS"] == "CONFIRMED")
        let cancelled = CalendarText(try calendar(plans[1], plans).cancellations)
        #expect(cancelled.value(of: "METHOD") == "CANCEL")
        #expect(cancelled.events.mapValues { $0["SEQUENCE"] } == ["r1@hand.caravan": "1"])
    }

    @Test("who leaves a crew gets the session cancelled, who joins gets it, everybody else sees a change")
    func handover() throws {
        let plans = try versions([[first], [handedOver]])
        let event = { (subject: Party?) in
            CalendarText(try self.calendar(plans[1], plans, for: subject).text).events["r1@hand.caravan"]
        }
        #expect(try event(.member("e1"))?["STATUS"] == "CANCELLED")
        #expect(try event(.member("e2"))?["STATUS"] == "CONFIRMED")
        #expect(try event(nil)?["STATUS"] == "CONFIRMED")
        for subject in [.member("e1"), .member("e2"), nil] as [Party?] {
            #expect(try event(subject)?["SEQUENCE"] == "1")
        }
        #expect(try event(.member("vr")) == nil)
    }

    @Test("a calendar is for a member, a venue, a township or a fund")
    func subjects() throws {
        let plans = try versions([[first, other]])
        let events = { (subject: Party) in
            Set(CalendarText(try self.calendar(plans[0], plans, for: subject).text).events.keys)
        }
        for subject in [.member("e1"), .venue("a-hall"), .township("a")] as [Party] {
            #expect(try events(subject) == ["r1@hand.caravan"], "\(subject)")
        }
        #expect(try events(.fund("science")).count == 2)
        #expect(try events(.fund("cars")).isEmpty)
    }

    @Test("a version that was never published is tentative, and follows every publication")
    func drafts() throws {
        let plans = try versions([[first], [moved], [other]])
        let draft = CalendarText(try calendar(plans[2], Array(plans[..<2])).text)
        #expect(draft.events["r2@hand.caravan"]?["STATUS"] == "TENTATIVE")
        #expect(draft.events["r1@hand.caravan"]?["STATUS"] == "CANCELLED")
        #expect(draft.events["r1@hand.caravan"]?["SEQUENCE"] == "2")
    }

    @Test("a version that was published again counts both publications")
    func publishedAgain() throws {
        let plans = try versions([[first], [moved]])
        let text = CalendarText(try calendar(plans[0], plans + [plans[0]]).text)
        #expect(text.events["r1@hand.caravan"]?["SEQUENCE"] == "2")
        #expect(text.events["r1@hand.caravan"]?["DTSTART"] == "20250524T090000")
    }

    @Test("of an earlier version that is no longer the published one every event is tentative")
    func superseded() throws {
        let plans = try versions([[first], [moved]])
        let text = CalendarText(try calendar(plans[0], plans).text)
        #expect(text.events["r1@hand.caravan"]?["STATUS"] == "TENTATIVE")
        #expect(text.events["r1@hand.caravan"]?["SEQUENCE"] == "0")
    }

    /// A field of the week's document, or one of the first of its lists, with another value.
    private static let mends: [(String, JSON)] = [
        ("timezone", "Asia/Urumqi"), ("venues", "新文化站"), ("townships", "新江源街道"), ("experts", "讲师 丙"),
        ("requests", "走近机器人"), ("funds", "新经费"),
    ]

    @Test("whatever an event says raises its sequence when it is published anew, in either language", arguments: mends)
    func mended(field: String, value: JSON) throws {
        var change = value
        if var list = ReportWeek.document[field]?.array, var thing = list.first?.object {
            thing[field == "requests" ? "title" : "name"] = value
            list[0] = .object(thing)
            change = .array(list)
        }
        let plan = Plan(week: "hand", sessions: [first, other])
        let weeks = [try ReportWeek.week(), try ReportWeek.week([(field, change)])]
        let versions = weeks.enumerated().map { number, week in
            PublishedPlan(
                version: number + 1, date: Self.start.addingTimeInterval(Double(number) * 86_400), week: week,
                plan: plan)
        }
        for language in [Language.english, .chinese] {
            let events = CalendarText(try calendar(versions[1], versions, language: language).text).events
            #expect(events["r1@hand.caravan"]?["SEQUENCE"] == "1")
            #expect(events["r1@hand.caravan"]?["LAST-MODIFIED"] == "20250512T214640Z")
            let isEverywhere = ["timezone", "funds"].contains(field)
            #expect(events["r2@hand.caravan"]?["SEQUENCE"] == (isEverywhere ? "1" : "0"))
        }
    }

    @Test("another order of the crew is no change")
    func order() throws {
        let plans = try versions([
            [other], [ReportWeek.session("r2", "2025-05-24.pm", "b", crew: ["vr", "e2"])],
        ])
        let text = CalendarText(try calendar(plans[1], plans).text)
        #expect(text.events["r2@hand.caravan"]?["SEQUENCE"] == "0")
    }

    @Test("a session that no longer stands is tentative and says so; the others stay confirmed")
    func fallen() throws {
        let plans = try versions([[first, other]])
        let standing = PlanStanding(violations: 1, fallen: ["r1"])
        let events = CalendarText(try calendar(plans[0], plans, standing: standing).text).events
        #expect(events["r1@hand.caravan"]?["STATUS"] == "TENTATIVE")
        #expect(events["r1@hand.caravan"]?["DESCRIPTION"]?.hasPrefix("NO LONGER STANDS") == true)
        #expect(events["r1@hand.caravan"]?["LAST-MODIFIED"] == "20250522T074640Z")
        #expect(events["r2@hand.caravan"]?["STATUS"] == "CONFIRMED")
        #expect(events["r2@hand.caravan"]?["LAST-MODIFIED"] == events["r2@hand.caravan"]?["CREATED"])
    }

    @Test(
        "a time zone that an earlier version let pass is refused by name",
        arguments: ["Mars/Base", "CST", "IST", "EST", "UTC+8", "GMT+8", "asia/shanghai", "HKT"])
    func unknownZone(_ zone: String) throws {
        let week = try ReportWeek.week([("timezone", .string(zone))])
        let plan = PublishedPlan(version: 1, date: Self.start, week: week, plan: ReportWeek.plan)
        #expect(throws: CalendarError.unknownZone(zone, week: "hand")) { try calendar(plan, [plan]) }
    }

    @Test(
        "the calendar defines the zone that its events name",
        arguments: ["Asia/Shanghai", "UTC", "GMT", "Etc/GMT-8", "Etc/UTC", "PRC", "Europe/Kiev", "Asia/Chongqing"])
    func zoneNames(_ zone: String) throws {
        let week = try ReportWeek.week([("timezone", .string(zone))])
        let plan = PublishedPlan(version: 1, date: Self.start, week: week, plan: ReportWeek.plan)
        let text = try calendar(plan, [plan]).text
        let defined = text.matches(of: /\r\nTZID:([^\r]*)\r\n/).map { String($0.1) }
        let named = Set(text.matches(of: /TZID=([^:\r]*):/).map { String($0.1) })
        #expect(defined == [zone] && named == [zone], "\(defined) \(named)")
    }
}
