import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanReport

@Suite("A telephone that reads calendars")
struct TelephoneTests {
    /// Keeps events by UID, as RFC 5546 (section 2.1.5) has it: of two the one with the higher SEQUENCE.
    private struct Telephone {
        private(set) var events: [String: [String: String]] = [:]

        /// Takes a calendar in; tells which events came with a known SEQUENCE and other content.
        mutating func read(_ calendar: String) -> [String] {
            var contradictions: [String] = []
            for (uid, event) in CalendarText(calendar).events {
                let (known, new) = (sequence(events[uid]), sequence(event))
                if new == known, shown(events[uid]) != shown(event) { contradictions.append(uid) }
                if new >= known { events[uid] = event }
            }
            return contradictions
        }

        /// What stands in it, by UID.
        var standing: [String: [String]] {
            events.filter { $0.value["STATUS"] == "CONFIRMED" }.mapValues { shown($0) }
        }

        private func sequence(_ event: [String: String]?) -> Int { event?["SEQUENCE"].flatMap { Int($0) } ?? -1 }

        private func shown(_ event: [String: String]?) -> [String] {
            ["STATUS", "SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESCRIPTION"].map { event?[$0] ?? "" }
        }
    }

    /// Some of the requests at random times and places with random crews; versions often come back.
    private func plan(_ random: inout SeededGenerator) -> Plan {
        let sessions = ["r1", "r2", "r4"].filter { _ in random.chance(0.7) }.map { request in
            let date = ["2025-05-24", "2025-05-25"][random.index(below: 2)]
            let crew = ["e1", "e2", "vr"].filter { _ in random.chance(0.5) }
            let town = request == "r4" ? "c" : ["a", "b"][random.index(below: 2)]
            return ReportWeek.session(request, "\(date).\(random.chance(0.5) ? "am" : "pm")", town, crew: crew)
        }
        return Plan(week: "hand", sessions: sessions)
    }

    @Test("whichever published versions it reads, it ends with what the last one of them says and nothing else")
    func follows() throws {
        var random = SeededGenerator(for: "telephones")
        let week = try ReportWeek.week()
        for _ in 0..<25 {
            let plans = (0..<4).map { _ in plan(&random) }
            let published = (0..<8).map { step in
                let version = random.index(below: plans.count)
                return PublishedPlan(
                    version: version + 1, date: Date(timeIntervalSince1970: 1_747_000_000 + Double(step) * 3600),
                    week: week, plan: plans[version])
            }
            let subjects: [Party?] = [
                .member("e1"), .member("vr"), .venue("a-hall"), .township("b"), .fund("science"), nil,
            ]
            for subject in subjects {
                var telephone = Telephone()
                for step in published.indices where random.chance(0.6) {
                    let calendar = { (published: [PublishedPlan]) in
                        try PlanCalendar(
                            published[published.count - 1], published: published, for: subject, language: .english,
                            stamp: Date())
                    }
                    #expect(telephone.read(try calendar(Array(published[...step])).text).isEmpty)
                    var fresh = Telephone()
                    _ = fresh.read(try calendar([published[step]]).text)
                    #expect(telephone.standing == fresh.standing)
                }
            }
        }
    }
}
