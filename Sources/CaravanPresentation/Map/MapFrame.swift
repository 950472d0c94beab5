/// What a map is drawn in, lengths in pixels.
public struct MapFrame: Sendable {
    /// Across.
    public let width: Double
    /// Down, as the land asks for.
    let heights: ClosedRange<Double>
    /// Room left at the sides, and above and below.
    let margin: (x: Double, y: Double)
    /// The part of the map that circles cover, if they are not too small or too large for it.
    let density: Double
    let radii: ClosedRange<Double>
    /// Height of the letters of townships.
    public let fontSize: Double
    /// Height of the letters of counties, of few and of many.
    let countySizes: (few: Double, many: Double)
    /// Names in the columns at both edges at most; more lines than that would hide the map.
    let mostColumnNames: Int

    /// A sheet of paper.
    public static func page(townships: Int) -> MapFrame {
        MapFrame(
            width: 1000, heights: 380...560, margin: (150, 34), density: 0.075, radii: 3...20,
            fontSize: townships <= 120 ? 12 : townships <= 400 ? 10 : 8, countySizes: (20, 12), mostColumnNames: 50)
    }

    /// A part of the console's window as wide as this. The console lays it out by the same rule (`map-layout.js`).
    public static func window(width: Double) -> MapFrame {
        MapFrame(
            width: width, heights: 240...max(260, min(width, 540)), margin: (34, 34), density: 0.12, radii: 4...26,
            fontSize: 12, countySizes: (14, 14), mostColumnNames: 0)
    }
}
