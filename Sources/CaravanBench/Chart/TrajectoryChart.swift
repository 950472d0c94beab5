import CaravanCore
import Foundation

/// Objective and bound of several solvers on one week over time, as SVG. Solvers differ by dash pattern as well as by
/// colour, and every line is named at its end, so that the chart reads without colours.
struct TrajectoryChart: Sendable {
    private static let (width, height) = (800.0, 450.0)
    private static let plot = (left: 70.0, right: 610.0, top: 44.0, bottom: 400.0)
    /// How far from the best objective the chart shows, relatively; lines beyond run along its edge.
    private static let reach = 0.35
    /// Colours that stay apart for the colour-blind (after Okabe and Ito 2008, darker), each with its dashes.
    private static let looks: [(colour: String, dash: String)] = [
        ("#000000", ""), ("#b84f00", "8 4"), ("#0072b2", "2 3"), ("#007a5a", "10 3 2 3"),
        ("#8a5a83", "5 2"), ("#7a6a00", "1 5"),
    ]

    /// One line of the chart.
    private struct Line {
        let solver: Int
        let isPlan: Bool
        let values: [(seconds: Double, value: Double)]
        let end: Double
    }

    private let files: [TrajectoryFile]
    private let title: String

    /// A chart of files of one week.
    /// - Parameter title: Its heading; made of the week and the time unless given.
    init(_ files: [TrajectoryFile], title: String? = nil) {
        self.files = files
        let weeks = files.map(\.week).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        self.title = title ?? "Best plan and bound over time: \(weeks.joined(separator: ", "))"
    }

    /// The image.
    var svg: String {
        var image = SVGDocument(width: Self.width, height: Self.height, title: title)
        let plot = Self.plot
        image.clip(
            "plot", x: plot.left, y: plot.top - 2, width: plot.right - plot.left, height: plot.bottom - plot.top + 4)
        image.text(title, at: (plot.left, 26), size: 15, colour: "#111111", isBold: true)
        let lines = lines
        guard let axes = axes(lines) else {
            image.text("no plan and no bound", at: (plot.left + 20, plot.top + 40))
            return image.text
        }
        draw(axes.time, axes.points, on: &image)
        for line in lines { draw(line, axes.time, axes.points, on: &image) }
        name(lines, axes.time, axes.points, on: &image)
        return image.text
    }

    private var lines: [Line] {
        files.enumerated().flatMap { number, file in
            let figures: [(Bool, (Trajectory.Point) -> Double?)] = [(true, { $0.objective }), (false, { $0.bound })]
            return figures.compactMap { isPlan, figure in
                let values = file.trajectory.points.compactMap { point in figure(point).map { (point.seconds, $0) } }
                return values.isEmpty ? nil : Line(solver: number, isPlan: isPlan, values: values, end: file.end)
            }
        }
    }

    /// Time from the first figure told to the end; points around the best objective.
    private func axes(_ lines: [Line]) -> (time: ChartAxis, points: ChartAxis)? {
        let values = lines.flatMap { $0.values.map(\.value) }
        guard let least = values.min(), let most = values.max() else { return nil }
        let told = lines.flatMap { $0.values.map(\.seconds) }.filter { $0 > 0 }
        let from = pow(10, floor(log10(max(0.01, told.min() ?? 0.01))))
        let end = max(lines.map(\.end).max() ?? 0, from * 10)
        let best = lines.filter(\.isPlan).compactMap { $0.values.last?.value }.min()
        let reach = best.map { ($0 - $0.magnitude * Self.reach, $0 + $0.magnitude * Self.reach) } ?? (least, most)
        let (low, high) = (max(least, reach.0), min(most, reach.1))
        let margin = max(1, (high - low).magnitude * 0.03)
        return (
            ChartAxis(kind: .logarithmic, values: from...end, pixels: (Self.plot.left, Self.plot.right)),
            ChartAxis(
                kind: .linear, values: (min(low, high) - margin)...(max(low, high) + margin),
                pixels: (Self.plot.bottom, Self.plot.top))
        )
    }

    private func draw(_ time: ChartAxis, _ points: ChartAxis, on image: inout SVGDocument) {
        let plot = Self.plot
        for tick in points.ticks {
            let y = points.pixel(tick.value)
            image.line((plot.left, y), (plot.right, y), colour: "#dddddd")
            image.text(tick.text, at: (plot.left - 6, y + 4), anchor: .end)
        }
        for tick in time.ticks {
            let x = time.pixel(tick.value)
            image.line((x, plot.top), (x, plot.bottom), colour: "#eeeeee")
            image.line((x, plot.bottom), (x, plot.bottom + 5), colour: "#333333")
            image.text(tick.text, at: (x, plot.bottom + 19), anchor: .middle)
        }
        image.line((plot.left, plot.bottom), (plot.right, plot.bottom), colour: "#333333")
        image.line((plot.left, plot.top), (plot.left, plot.bottom), colour: "#333333")
        image.text("seconds, logarithmic", at: ((plot.left + plot.right) / 2, plot.bottom + 40), anchor: .middle)
        image.text(
            "points, fewer are better", at: (16, (plot.top + plot.bottom) / 2), anchor: .middle, isUpright: true)
    }

    /// Steps: what is known holds until something better is.
    private func draw(_ line: Line, _ time: ChartAxis, _ points: ChartAxis, on image: inout SVGDocument) {
        var course: [(x: Double, y: Double)] = []
        for value in line.values {
            let (x, y) = (time.pixel(value.seconds), points.pixel(value.value))
            if let last = course.last { course.append((x, last.y)) }
            course.append((x, y))
        }
        if let last = course.last { course.append((time.pixel(line.end), last.y)) }
        let look = Self.looks[line.solver % Self.looks.count]
        image.path(
            course, colour: look.colour, width: line.isPlan ? 2.5 : 1.5, dash: look.dash, clip: "plot")
    }

    /// What stands beside the end of a line, or at the foot for a solver that has none.
    private struct Label {
        let words: String
        let colour: String
        let isBold: Bool
        let end: (x: Double, y: Double)?
    }

    private func name(_ lines: [Line], _ time: ChartAxis, _ points: ChartAxis, on image: inout SVGDocument) {
        let plot = Self.plot
        let labels = lines.map { label($0, time, points) } + idle(lines)
        let places = LabelColumn.places(
            labels.map { $0.end?.y ?? plot.bottom }, distance: 16, within: plot.top...plot.bottom)
        for (label, place) in zip(labels, places) {
            if let end = label.end { image.line(end, (plot.right + 16, place), colour: "#999999", width: 0.8) }
            image.text(label.words, at: (plot.right + 20, place + 4), colour: label.colour, isBold: label.isBold)
        }
    }

    private func label(_ line: Line, _ time: ChartAxis, _ points: ChartAxis) -> Label {
        let value = line.values.last?.value ?? 0
        let beyond = value > points.values.upperBound ? " ↑" : value < points.values.lowerBound ? " ↓" : ""
        let words = "\(files[line.solver].solver) \(line.isPlan ? "plan" : "bound") \(FigureText.whole(value))"
        return Label(
            words: words + beyond, colour: Self.looks[line.solver % Self.looks.count].colour, isBold: line.isPlan,
            end: (time.pixel(line.end), points.pixel(value)))
    }

    private func idle(_ lines: [Line]) -> [Label] {
        files.indices.filter { file in !lines.contains { $0.solver == file } }.map {
            Label(
                words: "\(files[$0].solver): nothing yet", colour: Self.looks[$0 % Self.looks.count].colour,
                isBold: false, end: nil)
        }
    }
}
