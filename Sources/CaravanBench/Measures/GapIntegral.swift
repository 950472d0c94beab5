/// The primal integral of T. Berthold, *Measuring the impact of primal heuristics*, Operations Research Letters 41
/// (2013): the area under the primal gap over time, so that a good plan counts for more the sooner it is there. The dual
/// integral is the same of the bound.
extension Trajectory {
    /// Distance of a value from the best objective known, 0 to 1: |value − best| / max(|value|, |best|), and 1 where
    /// there is no value or the signs differ.
    static func distance(of value: Double?, to best: Double) -> Double {
        guard let value else { return 1 }
        if value == best { return 0 }
        if value * best < 0 { return 1 }
        return (value - best).magnitude / max(value.magnitude, best.magnitude)
    }

    /// Area under the distance of the incumbent from the best objective known, seconds.
    func primalIntegral(best: Double, until end: Double) -> Double {
        integral(until: end) { Self.distance(of: $0.objective, to: best) }
    }

    /// Area under the distance of the bound from the best objective known, seconds.
    func dualIntegral(best: Double, until end: Double) -> Double {
        integral(until: end) { Self.distance(of: $0.bound, to: best) }
    }

    private func integral(until end: Double, _ height: (Point) -> Double) -> Double {
        var (area, from, known) = (0.0, 0.0, Point(seconds: 0))
        for point in points where point.seconds < end {
            area += (point.seconds - from) * height(known)
            (from, known) = (point.seconds, point)
        }
        return area + max(0, end - from) * height(known)
    }
}
