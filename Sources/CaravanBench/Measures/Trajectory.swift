import CaravanCore

/// What a solver knew when: the best objective and the best bound over time.
struct Trajectory: Sendable, Equatable {
    /// What was known from a moment on.
    struct Point: Sendable, Equatable {
        /// Seconds since the solve began.
        var seconds: Double
        /// Objective of the best plan, nil before the first.
        var objective: Double?
        /// The best bound, nil before the first.
        var bound: Double?

        /// A point.
        init(seconds: Double, objective: Double? = nil, bound: Double? = nil) {
            self.seconds = seconds
            self.objective = objective
            self.bound = bound
        }

        /// The gap as plans state it, never below 0; nil while objective or bound is missing.
        var gap: Double? {
            guard let objective, let bound else { return nil }
            return max(0, Plan.gap(objective: objective, bound: bound))
        }
    }

    /// Points by time, each better than the one before.
    let points: [Point]

    /// - Parameters:
    ///   - news: What was told and when, in any order; a point may know only one of the two.
    ///   - limit: Seconds that the solver was given. What it told later counts as told at the limit: solvers look at
    ///     the clock only now and then, and state their last figures after it.
    init(_ news: some Sequence<Point>, limit: Double = .infinity) {
        var (points, known) = ([Point](), Point(seconds: 0))
        for point in news.sorted(by: { $0.seconds < $1.seconds }) {
            let objective = [known.objective, point.objective].compactMap(\.self).min()
            let bound = [known.bound, point.bound].compactMap(\.self).max()
            guard objective != known.objective || bound != known.bound else { continue }
            known = Point(seconds: min(limit, point.seconds), objective: objective, bound: bound)
            if points.last?.seconds == known.seconds { points.removeLast() }
            points.append(known)
        }
        self.points = points
    }

    /// What was known by then.
    func at(_ seconds: Double) -> Point {
        points.last { $0.seconds <= seconds } ?? Point(seconds: seconds)
    }

    /// What was known in the end.
    var last: Point { points.last ?? Point(seconds: 0) }

    /// Seconds to the first plan.
    var firstPlan: Double? { points.first { $0.objective != nil }?.seconds }

    /// Seconds to the first plan within a relative distance of an objective.
    func seconds(toObjective target: Double, within tolerance: Double = 1e-6) -> Double? {
        points.first { point in
            point.objective.map { $0 <= target + tolerance * max(1, target.magnitude) } ?? false
        }?.seconds
    }

    /// Seconds until the gap was at most this.
    func seconds(toGap gap: Double) -> Double? {
        points.first { $0.gap.map { $0 <= gap } ?? false }?.seconds
    }
}
