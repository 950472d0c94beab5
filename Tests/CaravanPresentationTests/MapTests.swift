import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanPresentation

@Suite("The map")
struct MapTests {
    /// The tiny sample with other townships, and with nothing that refers to its own.
    private func week(_ townships: [JSON]) throws -> Week {
        let sample = SharedMaterial.packageRoot.appendingPathComponent("samples/tiny/week.json")
        var document = try #require(JSON(parsing: Data(contentsOf: sample)).object)
        for key in ["venues", "experts", "mentors", "kits", "requests", "targets", "caps", "pins"] {
            document[key] = []
        }
        document["townships"] = .array(townships)
        return try Week(stored: .object(document))
    }

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
        return try week(towns)
    }

    @Test("circles stay on the map and leave each other uncovered, names cover neither names nor circles")
    func layout() throws {
        var random = SeededGenerator(for: "map")
        for count in [1, 2, 15, 70] {
            let week = try week(count, &random)
            for frame in [MapFrame.page(townships: count), .window(width: 560), .window(width: 320)] {
                check(week, in: frame)
            }
        }
    }

    private func check(_ week: Week, in frame: MapFrame) {
        let layout = MapLayout(week.townships, in: frame)
        for (number, circle) in layout.circles.enumerated() {
            #expect(circle.x >= circle.radius && circle.x <= frame.width - circle.radius)
            #expect(circle.y >= circle.radius && circle.y <= layout.height - circle.radius)
            for other in layout.circles[..<number] {
                let (dx, dy) = (circle.x - other.x, circle.y - other.y)
                #expect((dx * dx + dy * dy).squareRoot() > (circle.radius + other.radius) * 0.9)
            }
        }
        let labels = MapLabels(week, order: Array(week.townships.indices), on: layout)
        let boxes = (labels.townships + labels.counties).map(\.box)
        #expect(labels.townships.count + labels.missing == week.townships.count)
        for (number, box) in boxes.enumerated() {
            #expect(!layout.circles.contains { box.overlaps($0) })
            #expect(!boxes[..<number].contains { $0.overlaps(box) })
        }
    }

    @Test("places without any people, and all at one point, are drawn")
    func degenerate() throws {
        let towns = (0..<3).map { number -> JSON in
            ["id": .string("t\(number)"), "county": "x", "lat": 42, "lon": 126, "population": [:]]
        }
        let circles = MapLayout(try week(towns).townships, in: .page(townships: 3)).circles
        #expect(circles.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.radius > 0 })
        #expect(Set(circles.map(\.x)).count == 3)
    }
}

@Suite("Classes of a colour scale")
struct CoverageClassesTests {
    @Test("a few whole values have a class each")
    func few() {
        let classes = CoverageClasses([0, 1, 2, 2, 4])
        #expect(classes.limits == [1, 2])
        #expect([0, 1, 2, 4].map(classes.number) == [nil, 0, 1, 2])
        #expect((0..<classes.count).map(classes.range) == ["≤ 1", "1–2", "> 2"])
    }

    @Test("every value has a class, larger ones no lower one, and no class is empty")
    func many() {
        var random = SeededGenerator(for: "classes")
        for _ in 0..<100 {
            let values = (0...random.index(below: 40)).map { _ in Double.random(in: 0.001...500, using: &random) }
            let classes = CoverageClasses(values)
            let numbers = values.sorted().compactMap(classes.number)
            #expect(numbers.count == values.count)
            #expect(numbers == numbers.sorted())
            #expect(classes.count <= CoverageClasses.most)
            #expect(classes.limits == classes.limits.sorted())
        }
        #expect(CoverageClasses([]).number(of: 3) == 0)
    }
}
