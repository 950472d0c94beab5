import Foundation
import Testing

@testable import CaravanBench

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Chart")
struct ChartTests {
    private func file(_ solver: String, _ points: [Trajectory.Point], end: Double = 30) -> TrajectoryFile {
        TrajectoryFile(solver: solver, week: "city-101", trajectory: Trajectory(points), end: end)
    }

    private var files: [TrajectoryFile] {
        [
            file("caravan", [.init(seconds: 0.05, objective: 500), .init(seconds: 1, objective: 410, bound: 395)]),
            file("cp<&>sat", [.init(seconds: 0, objective: 450), .init(seconds: 20, objective: 440, bound: 300)]),
            file("highs", []),
        ]
    }

    /// Names of the elements in order; fails where the text is no well-formed XML.
    private func elements(_ svg: String) throws -> [String] {
        final class Names: NSObject, XMLParserDelegate {
            var names: [String] = []
            func parser(
                _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
                attributes: [String: String]
            ) { names.append(name) }
        }
        let (parser, names) = (XMLParser(data: Data(svg.utf8)), Names())
        parser.delegate = names
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        return names.names
    }

    @Test("the image is sound XML with a white ground, a line for each plan and bound, and a name at each end")
    func structure() throws {
        let svg = TrajectoryChart(files).svg
        let elements = try elements(svg)
        #expect(elements.prefix(3) == ["svg", "title", "rect"])
        #expect(elements.filter { $0 == "path" }.count == 4)
        #expect(svg.contains("fill=\"#ffffff\"/>"))
        for name in ["caravan plan 410<", "caravan bound 395<", "cp&lt;&amp;&gt;sat plan 440<", "highs: nothing yet<"] {
            #expect(svg.contains(">" + name), "\(name)")
        }
        #expect(svg.contains("Best plan and bound over time: city-101</title>"))
    }

    @Test("solvers differ by their dashes, not only by their colours")
    func dashes() {
        let paths = TrajectoryChart(files).svg.split(separator: "\n").filter { $0.hasPrefix("<path") }
        let dashes = paths.map { $0.contains("stroke-dasharray=\"8 4\"") }
        #expect(dashes == [false, false, true, true])
    }

    @Test("nothing to draw is still an image that says so")
    func empty() throws {
        let svg = TrajectoryChart([file("caravan", [])]).svg
        #expect(try elements(svg).contains("text"))
        #expect(svg.contains("no plan and no bound"))
    }

    @Test("a lone figure and figures of zero or below draw as well")
    func extremes() throws {
        for points in [[Trajectory.Point(seconds: 0, objective: 0)], [.init(seconds: 1, objective: -5, bound: -9)]] {
            let svg = TrajectoryChart([file("caravan", points, end: 0)]).svg
            _ = try elements(svg)
            #expect(!svg.contains("nan") && !svg.contains("inf"))
        }
    }

    @Test("a logarithmic axis marks 1 and 3 times powers of ten, as they are written")
    func logarithmic() {
        let axis = ChartAxis(kind: .logarithmic, values: 0.01...120, pixels: (0, 100))
        #expect(axis.ticks.map(\.text) == ["0.01", "0.03", "0.1", "0.3", "1", "3", "10", "30", "100"])
        #expect(axis.pixel(0.001) == 0 && axis.pixel(500) == 100)
    }

    @Test("a linear axis marks four to ten round values", arguments: [1.0, 7, 33, 999, 16_384])
    func linear(span: Double) {
        let axis = ChartAxis(kind: .linear, values: 1000...(1000 + span), pixels: (100, 0))
        #expect((4...11).contains(axis.ticks.count))
        #expect(axis.ticks.allSatisfy { axis.values.contains($0.value) })
    }

    @Test("labels that would overlap are moved apart within the image, in order")
    func labels() {
        let places = LabelColumn.places([100, 102, 101, 398], distance: 16, within: 44...400)
        #expect(places == [100, 132, 116, 398])
        let low = LabelColumn.places([399, 400], distance: 16, within: 44...400)
        #expect(low == [384, 400])
    }
}
