import Foundation
import Testing

@testable import CaravanReport

@Suite("Time zones of calendars")
struct ZoneObservancesTests {
    private func observances(_ zone: String, _ date: String) throws -> [ZoneObservances.Observance] {
        ZoneObservances(try #require(TimeZone(identifier: zone)), from: date, to: date).observances
    }

    @Test("a zone without transitions has one observance")
    func steady() throws {
        let found = try observances("Asia/Shanghai", "2025-05-24")
        #expect(found.map(\.to) == [8 * 3600])
        #expect(found.map(\.isDaylight) == [false])
    }

    @Test("transitions around the week are told with local onset and both offsets")
    func changing() throws {
        let found = try observances("Europe/Berlin", "2025-05-24")
        let spring = try #require(found.first { $0.onset == "20250330T020000" })
        #expect(spring.isDaylight)
        #expect(spring.from == 3600 && spring.to == 7200)
        let autumn = try #require(found.first { $0.onset == "20241027T030000" })
        #expect(!autumn.isDaylight)
        #expect(autumn.from == 7200 && autumn.to == 3600)
        #expect(found.map(\.onset) == found.map(\.onset).sorted())
    }

    @Test("midnight at the end of a date is the next date's beginning")
    func midnight() {
        #expect(ZoneObservances.local("2025-05-31", minutes: 1440) == "20250601T000000")
        #expect(ZoneObservances.local("2025-05-31", minutes: 570) == "20250531T093000")
    }
}
