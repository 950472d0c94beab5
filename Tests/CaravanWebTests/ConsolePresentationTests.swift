import CaravanCore
import CaravanLanguage
import CaravanPresentation
import Foundation
import TestSupport
import Testing

@Suite(
    "The console shows things as the daemon's reports and the client do",
    .enabled(if: SharedMaterial.executable("node") != nil, "needs nodejs: make packages-test installs it"))
struct ConsolePresentationTests {
    /// What the modules of the console make of values.
    private func shown(_ question: [(String, JSON)], _ language: Language = .english) throws -> JSON {
        let root = SharedMaterial.packageRoot
        let texts = Catalogue.console.map { ($0.key, JSON.string($0.value[language])) }
        let folder = root.appendingPathComponent("Sources/CaravanWeb/Console").path
        let common: [(String, JSON)] = [
            ("folder", .string(folder)), ("language", .string(language.rawValue)),
            ("catalogue", .object(JSONObject(texts))), ("numbers", []), ("dates", []), ("classes", []), ("maps", []),
        ]
        var fields = JSONObject(common)
        for (key, value) in question { fields[key] = value }
        let script = root.appendingPathComponent("Tests/CaravanWebTests/Presentation/presentation.mjs").path
        let result = try run("node", [script], stdin: Data(JSON.object(fields).text.utf8))
        #expect(result.status == 0, "\(result.errorText)")
        return try JSON(parsing: result.text)
    }

    @Test("numbers are rounded and written the same")
    func numbers() throws {
        var random = SeededGenerator(for: "figures")
        let halves = [1.005, 0.285, 1.115, 8.345, 2.675, 0.5, 2.5, 0, -0.04, 0.05, 999.95, 1e-7, 5e-7, 123_456_789.125]
        let drawn = (0..<400).map { _ in
            // Numbers of few digits, many of which end in a 5, and numbers of any.
            random.chance(0.5)
                ? Double(random.index(below: 2_000_000) - 1_000_000) / [1, 10, 200, 2000][random.index(below: 4)]
                : Double.random(in: -1e7...1e7, using: &random)
        }
        let values = (halves + drawn).map { (value: $0, decimals: random.index(below: 4)) }
        let told = try shown([
            ("numbers", .array(values.map { ["value": .number($0.value), "decimals": .int($0.decimals)] }))
        ])
        #expect(told["numbers"]?.array?.count == values.count)
        for (asked, texts) in zip(values, told["numbers"]?.array ?? []) {
            let expected = [
                NumberText.grouped(asked.value, decimals: asked.decimals),
                NumberText.signed(asked.value, decimals: asked.decimals), NumberText.percent(asked.value),
            ]
            #expect(texts.array?.compactMap(\.string) == expected, "\(asked)")
        }
    }

    @Test("dates are written the same", arguments: Language.allCases)
    func dates(language: Language) throws {
        let dates = (0..<366).compactMap { CivilDate(2028, 1, 1)?.adding(days: $0).text }
        let told = try shown([("dates", .strings(dates))], language)
        #expect(told["dates"]?.array?.compactMap(\.string) == dates.map { DateText.day($0, in: language) })
    }

    @Test("coverage falls into the same classes, with the same shades and names")
    func classes() throws {
        var random = SeededGenerator(for: "classes")
        let lists: [[Double]] =
            [[], [0, 0], [0, 1, 2, 2, 4], [7.5]]
            + (0..<60).map { _ in (0...random.index(below: 40)).map { _ in Double.random(in: 0...300, using: &random) }
            }
            + (0..<20).map { _ in (0...random.index(below: 40)).map { _ in Double.random(in: 0...0.9, using: &random) }
            }
        let told = try shown([("classes", .array(lists.map { .array($0.map { .number($0) }) }))])
        #expect(told["classes"]?.array?.count == lists.count)
        for (values, answer) in zip(lists, told["classes"]?.array ?? []) {
            let classes = CoverageClasses(values)
            let limits = answer["limits"]?.array?.compactMap(\.number) ?? []
            #expect(limits.count == classes.limits.count)
            for (a, b) in zip(limits, classes.limits) { #expect(abs(a - b) < 1e-9, "\(values)") }
            #expect(answer["legend"]?.array?.compactMap(\.string) == (0..<classes.count).map(classes.range))
            let steps = answer["steps"]?.array?.compactMap(\.integer)
            #expect(steps == values.map { classes.shade(of: $0).map { $0 + 1 } ?? 0 }, "\(values)")
        }
    }

    @Test("townships and names stand in the same places of the map", arguments: [300.0, 560, 900])
    func maps(width: Double) throws {
        for (sample, isCrowded) in [("tiny", false), ("baishan-2025", false), ("baishan-2025", true)] {
            let file = SharedMaterial.packageRoot.appendingPathComponent("samples/\(sample)/week.json")
            var document = try #require(JSON(parsing: Data(contentsOf: file)).object)
            if isCrowded {
                // Each county at one point: circles have to be moved far apart.
                var seats: [String: JSON] = [:]
                document["townships"] = .array(
                    (document["townships"]?.array ?? []).map { town in
                        guard case .object(var fields) = town, let county = town["county"]?.string else { return town }
                        let seat = seats[county] ?? town
                        seats[county] = seat
                        for key in ["lat", "lon"] { fields[key] = seat[key] }
                        return .object(fields)
                    })
            }
            let week = try Week(stored: .object(document))
            let told = try shown([
                ("maps", [["townships": document["townships"] ?? [], "width": .number(width)]])
            ])
            let map = try #require(told["maps"]?.array?.first)
            let layout = MapLayout(week.townships, in: .window(width: width))
            let people = week.townships.map { $0.population.reduce(0, +) }
            let order = week.townships.indices.sorted { (-people[$0], $0) < (-people[$1], $1) }
            let labels = MapLabels(week, order: order, on: layout)
            #expect(isNear(map["height"], layout.height))
            #expect(map["circles"]?.array?.count == layout.circles.count)
            for (a, b) in zip(map["circles"]?.array ?? [], layout.circles) {
                #expect(isNear(a["x"], b.x) && isNear(a["y"], b.y) && isNear(a["r"], b.radius))
            }
            let names = map["labels"]?.array ?? []
            let expected = labels.townships + labels.counties
            #expect(names.compactMap { $0["name"]?.string } == expected.map(\.name))
            for (a, b) in zip(names, expected) {
                #expect(isNear(a["x"], b.box.x) && isNear(a["y"], b.box.y) && isNear(a["width"], b.box.width))
            }
        }
    }

    private func isNear(_ told: JSON?, _ value: Double) -> Bool { abs((told?.number ?? .infinity) - value) < 1e-6 }
}
