#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Way between two townships.
public struct Leg: Sendable, Equatable {
    /// Kilometres by road.
    public let km: Double
    /// Minutes, the buffer included.
    public let minutes: Double

    /// The way from a township to itself.
    public static let none = Leg(km: 0, minutes: 0)
}

/// Distances between townships: great circle × road factor, unless the week gives the leg itself.
///
/// Great circle by the haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984) on a sphere of 6371.0088 km.
public struct Distances: Sendable, Equatable {
    private let latitude: [Double]
    private let longitude: [Double]
    private let travel: Travel
    private let given: [SIMD2<Int32>: Leg]

    init(townships: [Township], travel: Travel, legs: [(from: Int, to: Int, leg: Leg)]) {
        latitude = townships.map(\.latitude)
        longitude = townships.map(\.longitude)
        self.travel = travel
        var given: [SIMD2<Int32>: Leg] = [:]
        for (from, to, leg) in legs { given[Self.key(from, to)] = leg }
        self.given = given
    }

    private static func key(_ p: Int, _ q: Int) -> SIMD2<Int32> { SIMD2(Int32(min(p, q)), Int32(max(p, q))) }

    /// The way between two townships, the same in both directions.
    public func leg(_ p: Int, _ q: Int) -> Leg {
        if p == q { return .none }
        if !given.isEmpty, let leg = given[Self.key(p, q)] { return leg }
        let km = greatCircleKm(p, q)
        return Leg(km: km, minutes: (km * 60 / travel.speed - 1e-9).rounded(.up) + travel.buffer)
    }

    private func greatCircleKm(_ p: Int, _ q: Int) -> Double {
        let toRadians = Double.pi / 180
        let (a, b) = (latitude[p] * toRadians, latitude[q] * toRadians)
        let (north, east) = (sin((b - a) / 2), sin((longitude[q] - longitude[p]) * toRadians / 2))
        let h = north * north + cos(a) * cos(b) * (east * east)
        return (2 * 6371.0088 * asin(min(1, h.squareRoot())) * travel.roadFactor * 10 + 0.5).rounded(.down) / 10
    }
}
