import Testing

@testable import CaravanCore

@Suite("Distances")
struct DistancesTests {
    @Test("Great circle times road factor, rounded to a tenth of a kilometre; minutes rounded up, with the buffer")
    func greatCircle() throws {
        let week = try HandWeek.week(
            ("travel.legs", nil), ("travel.roadFactor", 1.3), ("travel.speedKmh", 45), ("travel.bufferMinutes", 10))
        // 0.2 degrees of a meridian: 0.2 × π / 180 × 6371.0088 = 22.239… km.
        #expect(week.distances.leg(0, 1).km == 28.9)
        #expect(week.distances.leg(0, 1).minutes == 49)
        #expect(week.distances.leg(1, 0) == week.distances.leg(0, 1))
        #expect(week.distances.leg(2, 2) == Leg.none)
    }

    @Test("A leg that is given counts in both directions")
    func legs() throws {
        let distances = try HandWeek.week().distances
        #expect(distances.leg(0, 2) == Leg(km: 100, minutes: 150))
        #expect(distances.leg(2, 0) == Leg(km: 100, minutes: 150))
    }

    @Test("The buffer applies between two townships at one place, none within a township")
    func samePlace() throws {
        let week = try HandWeek.week(
            ("travel.legs", nil), ("townships.1.lat", 41), ("travel.bufferMinutes", 7))
        #expect(week.distances.leg(0, 1) == Leg(km: 0, minutes: 7))
        #expect(week.distances.leg(0, 0).minutes == 0)
    }

    @Test("Opposite ends of the earth are half its girth apart")
    func antipodes() throws {
        let week = try HandWeek.week(
            ("travel.legs", nil), ("townships.0.lat", 0), ("townships.0.lon", 0), ("townships.1.lat", 0),
            ("townships.1.lon", 180))
        #expect(week.distances.leg(0, 1).km == 20_015.1)
    }
}
