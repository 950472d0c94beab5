/// How near two figures may be and still count as the same.
enum Tolerance {
    /// A plan within this gap is optimal (domain, section 5).
    static let optimalGap = 1e-6
    /// A plan is better than another one by more than this, points.
    static let betterPlan = 1e-7
    /// Programs are asked for plans that are better by at least this, points: more than GLPK's own tolerances.
    static let programGain = 1e-6
    /// A gain of the bound that is worth telling, as a share of it.
    static let visibleBound = 1e-6
    /// Reduced costs nearer to 0 than this are none, points.
    static let reducedCost = 1e-6
    /// What rounding may add up to in sums of points, as a share of them.
    static let rounding = 1e-9

    /// Slack of a comparison with a figure: a share of it, and of 1 where it is smaller.
    static func slack(_ share: Double, of figure: Double) -> Double { share * max(1, figure.magnitude) }
}
