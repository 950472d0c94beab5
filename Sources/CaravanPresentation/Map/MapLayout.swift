import CaravanCore
import Foundation

/// Where townships lie on the map and how large they are drawn, in pixels.
public struct MapLayout: Sendable {
    /// A township.
    public struct Circle: Sendable, Equatable {
        public var x: Double
        public var y: Double
        public let radius: Double
    }

    /// What it is laid out in.
    public let frame: MapFrame
    /// Pixels down.
    public let height: Double
    /// The townships, in the order of the week.
    public let circles: [Circle]
    /// Height of the letters of counties.
    public let countySize: Double

    /// The layout: an equidistant cylindrical projection true at the middle latitude, the areas of circles by people,
    /// circles that would cover each other moved apart.
    public init(_ townships: [Township], in frame: MapFrame) {
        let north = townships.map(\.latitude).max() ?? 0
        let south = townships.map(\.latitude).min() ?? 0
        let (west, east) = (townships.map(\.longitude).min() ?? 0, townships.map(\.longitude).max() ?? 0)
        let stretch = max(0.05, cos((north + south) / 2 * .pi / 180))
        let extent = (x: max(1e-6, (east - west) * stretch), y: max(1e-6, north - south))
        let room = (x: frame.width - 2 * frame.margin.x, y: frame.heights.upperBound - 2 * frame.margin.y)
        let scale = min(room.x / extent.x, room.y / extent.y)
        let isPoint = extent.x <= 1e-6 && extent.y <= 1e-6
        let wanted = isPoint ? 0 : extent.y * scale + 2 * frame.margin.y
        let height = min(max(wanted, frame.heights.lowerBound), frame.heights.upperBound)
        let radii = Self.radii(townships, frame, area: frame.width * height)
        let homes = zip(townships, radii).map { town, radius in
            Circle(
                x: frame.width / 2 + (isPoint ? 0 : (town.longitude - (west + east) / 2) * stretch * scale),
                y: height / 2 - (isPoint ? 0 : (town.latitude - (north + south) / 2) * scale), radius: radius)
        }
        (self.frame, self.height) = (frame, height)
        circles = CircleSpreading.apart(homes, width: frame.width, height: height)
        countySize = Set(townships.map(\.county)).count <= 20 ? frame.countySizes.few : frame.countySizes.many
    }

    private static func radii(_ townships: [Township], _ frame: MapFrame, area: Double) -> [Double] {
        let radii = frame.radii
        let people = townships.map { $0.population.reduce(0, +) }
        let total = people.reduce(0, +)
        guard total > 0, total.isFinite else { return townships.map { _ in radii.lowerBound * 2 } }
        let perPerson = frame.density * area / total
        return people.map { min(max((($0 * perPerson) / .pi).squareRoot(), radii.lowerBound), radii.upperBound) }
    }
}
