/// Where a name stands on the map, in pixels.
public struct LabelBox: Sendable, Equatable {
    public let x: Double
    public let y: Double
    public let width: Double
    public let height: Double

    func overlaps(_ other: LabelBox) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }

    func overlaps(_ circle: MapLayout.Circle) -> Bool {
        let dx = circle.x - min(max(circle.x, x), x + width)
        let dy = circle.y - min(max(circle.y, y), y + height)
        return dx * dx + dy * dy < circle.radius * circle.radius
    }

    /// Width of a text in heights of its letters: Chinese characters are square, others about half as wide.
    static func width(of text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 1.02 : 0.58) }
    }
}
