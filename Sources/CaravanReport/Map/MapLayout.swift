import CaravanCore
import Foundation

/// Where townships lie on the map and how large they are drawn, in pixels.
struct MapLayout {
    /// A township.
    struct Circle: Equatable {
        var x: Double
        var y: Double
        let radius: Double
    }

    /// Pixels across.
    static let width = 1000.0
    private static let heights = 380.0...560.0
    private static let margin = (x: 150.0, y: 34.0)
    /// The part of the map that circles cover, if they are not too small or too large for it.
    private static let density = 0.075
    private static let radii = 3.0...20.0

    let height: Double
    /// The townships, in the order of the week.
    let circles: [Circle]
    /// Height of letters.
    let fontSize: Double

    /// The layout: an equidistant cylindrical projection true at the middle latitude, the areas of circles by people,
    /// circles that would cover each other moved apart.
    init(_ townships: [Township]) {
        let north = townships.map(\.latitude).max() ?? 0
        let south = townships.map(\.latitude).min() ?? 0
        let (west, east) = (townships.map(\.longitude).min() ?? 0, townships.map(\.longitude).max() ?? 0)
        let stretch = max(0.05, cos((north + south) / 2 * .pi / 180))
        let extent = (x: max(1e-6, (east - west) * stretch), y: max(1e-6, north - south))
        let room = (x: Self.width - 2 * Self.margin.x, y: Self.heights.upperBound - 2 * Self.margin.y)
        let scale = min(room.x / extent.x, room.y / extent.y)
        let isPoint = extent.x <= 1e-6 && extent.y <= 1e-6
        let wanted = isPoint ? 0 : extent.y * scale + 2 * Self.margin.y
        let height = min(max(wanted, Self.heights.lowerBound), Self.heights.upperBound)
        let radii = Self.radii(townships, area: Self.width * height)
        let homes = zip(townships, radii).map { town, radius in
            Circle(
                x: Self.width / 2 + (isPoint ? 0 : (town.longitude - (west + east) / 2) * stretch * scale),
                y: height / 2 - (isPoint ? 0 : (town.latitude - (north + south) / 2) * scale), radius: radius)
        }
        self.height = height
        circles = CircleSpreading.apart(homes, width: Self.width, height: height)
        fontSize = townships.count <= 120 ? 12 : townships.count <= 400 ? 10 : 8
    }

    private static func radii(_ townships: [Township], area: Double) -> [Double] {
        let people = townships.map { $0.population.reduce(0, +) }
        let total = people.reduce(0, +)
        guard total > 0, total.isFinite else { return townships.map { _ in radii.lowerBound * 2 } }
        let perPerson = density * area / total
        return people.map { min(max((($0 * perPerson) / .pi).squareRoot(), radii.lowerBound), radii.upperBound) }
    }
}
