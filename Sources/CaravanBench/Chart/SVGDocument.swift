import CaravanCore
import CaravanPresentation

/// The text of an SVG image, shape by shape.
struct SVGDocument {
    private var lines: [String]

    /// An image with a white ground, so that it reads on dark pages too.
    init(width: Double, height: Double, title: String) {
        let size = "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
        lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) viewBox=\"0 0 \(Self.number(width)) "
                + "\(Self.number(height))\" role=\"img\" font-family=\"sans-serif\">",
            "<title>\(MarkupText.escaped(title))</title>",
            "<rect \(size) fill=\"#ffffff\"/>",
        ]
    }

    /// The whole file.
    var text: String { lines.joined(separator: "\n") + "\n</svg>\n" }

    /// Where a text stands beside its point.
    enum Anchor: String { case start, middle, end }

    mutating func line(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double), colour: String, width: Double = 1)
    {
        lines.append(
            "<line x1=\"\(Self.number(from.x))\" y1=\"\(Self.number(from.y))\" x2=\"\(Self.number(to.x))\" "
                + "y2=\"\(Self.number(to.y))\" stroke=\"\(colour)\" stroke-width=\"\(Self.number(width))\"/>")
    }

    /// - Parameters:
    ///   - dash: Lengths of dashes and gaps, empty for a whole line.
    ///   - clip: Name of the region it is cut off at.
    mutating func path(
        _ points: [(x: Double, y: Double)], colour: String, width: Double, dash: String, clip: String
    ) {
        guard !points.isEmpty else { return }
        let course = points.enumerated().map { number, point in
            (number == 0 ? "M" : "L") + "\(Self.number(point.x)) \(Self.number(point.y))"
        }
        lines.append(
            "<path d=\"\(course.joined(separator: " "))\" fill=\"none\" stroke=\"\(colour)\" "
                + "stroke-width=\"\(Self.number(width))\" stroke-linejoin=\"round\""
                + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"") + " clip-path=\"url(#\(clip))\"/>")
    }

    mutating func text(
        _ content: String, at: (x: Double, y: Double), anchor: Anchor = .start, size: Double = 12,
        colour: String = "#333333", isBold: Bool = false, isUpright: Bool = false
    ) {
        let (x, y) = (Self.number(at.x), Self.number(at.y))
        lines.append(
            "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(Self.number(size))\" fill=\"\(colour)\" "
                + "text-anchor=\"\(anchor.rawValue)\"" + (isBold ? " font-weight=\"bold\"" : "")
                + (isUpright ? " transform=\"rotate(-90 \(x) \(y))\"" : "") + ">\(MarkupText.escaped(content))</text>")
    }

    /// Names a region that paths are cut off at.
    mutating func clip(_ name: String, x: Double, y: Double, width: Double, height: Double) {
        lines.append(
            "<clipPath id=\"\(name)\"><rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
                + "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\"/></clipPath>")
    }

    /// Tenths of a pixel.
    private static func number(_ value: Double) -> String { plainDecimal((value * 10).rounded() / 10) }
}
