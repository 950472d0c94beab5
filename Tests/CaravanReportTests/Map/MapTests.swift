import CaravanCore
import TestSupport
import Testing

@testable import CaravanReport

@Suite("The map")
struct MapTests {
    /// A week of townships around a few seats, some of them at one point.
    private func week(_ count: Int, _ random: inout SeededGenerator) throws -> Week {
        let seats = (0..<max(1, count / 10)).map { _ in
            (Double.random(in: 41...43, using: &random), Double.random(in: 126...128, using: &random))
        }
        let towns = (0..<count).map { number -> JSON in
            let seat = seats[random.index(below: seats.count)]
            let spread = random.chance(0.2) ? 0 : 0.1
            return [
                "id": .string("t\(number)"), "name": .string("第\(number)镇"), "county": "x",
                "lat": .number(seat.0 + Double.random(in: -1...1, using: &random) * spread),
                "lon": .number(seat.1 + Double.random(in: -1...1, using: &random) * spread),
                "population": ["youth": .int(random.index(below: 20_000))],
            ]
        }
        return try ReportWeek.week([
            ("townships", .array(towns)), ("venues", []), ("experts", []), ("kits", []), ("requests", []),
        ])
    }

    @Test("circles stay on the map and leave each other uncovered, names cover neither names nor circles")
    func layout() throws {
        var random = SeededGenerator(for: "map")
        for count in [1, 2, 15, 70] {
            let week = try week(count, &random)
            let layout = MapLayout(week.townships)
            for (number, circle) in layout.circles.enumerated() {
                #expect(circle.x >= circle.radius && circle.x <= MapLayout.width - circle.radius)
                #expect(circle.y >= circle.radius && circle.y <= layout.height - circle.radius)
                for other in layout.circles[..<number] {
                    let (dx, dy) = (circle.x - other.x, circle.y - other.y)
                    #expect((dx * dx + dy * dy).squareRoot() > (circle.radius + other.radius) * 0.9)
                }
            }
            let labels = MapLabels(week, order: Array(week.townships.indices), on: layout)
            let boxes = (labels.townships + labels.counties).map(\.box)
            #expect(labels.townships.count + labels.missing == count)
            for (number, box) in boxes.enumerated() {
                #expect(!layout.circles.contains { box.overlaps($0) })
                #expect(!boxes[..<number].contains { $0.overlaps(box) })
            }
        }
    }

    @Test("places without any people, and all at one point, are drawn")
    func degenerate() throws {
        let towns = (0..<3).map { number -> JSON in
            ["id": .string("t\(number)"), "county": "x", "lat": 42, "lon": 126, "population": [:]]
        }
        let week = try ReportWeek.week([
            ("townships", .array(towns)), ("venues", []), ("experts", []), ("kits", []), ("requests", []),
        ])
        let circles = MapLayout(week.townships).circles
        #expect(circles.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.radius > 0 })
        #expect(Set(circles.map(\.x)).count == 3)
    }

    @Test("colours grow darker from class to class, also in grey")
    func lightness() {
        let grey = ColourScale.colours.map { colour -> Double in
            let value = Int(colour.dropFirst(), radix: 16) ?? 0
            let (red, green, blue) = (Double(value >> 16), Double(value >> 8 & 255), Double(value & 255))
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue
        }
        for (lighter, darker) in zip(grey, grey.dropFirst()) { #expect(lighter - darker > 25) }
    }
}
