/// What commitments make of a plan: the figures of the objective that the solver minimised, beside those of the plain one.
public struct CommitmentFigures: Sendable, Equatable {
    /// Σ (factor − 1) · disruption of the baseline's sessions, points; negative where promises are loose.
    public var points: Double
    /// The plain objective plus `points`.
    public var objective: Double
    /// Proven lower bound of that sum over all plans that keep the rules.
    public var bound: Double?
    /// `(objective − bound) / max(1, |objective|)`.
    public var gap: Double?

    /// Figures; without a bound nothing is proven.
    public init(points: Double, objective: Double, bound: Double?) {
        self.points = points
        self.objective = objective
        self.bound = bound
        gap = bound.map { Plan.gap(objective: objective, bound: $0) }
    }

    /// Reads the field `commitment` of a plan document; nil where it is not such figures: the format does not know it, so
    /// other programs may write anything there.
    init?(document: JSON?) {
        guard let points = document?["points"]?.number, let objective = document?["objective"]?.number else {
            return nil
        }
        self.init(points: points, objective: objective, bound: document?["bound"]?.number)
        gap = document?["gap"]?.number
    }

    /// The field `commitment` of a plan document.
    var document: JSON {
        var fields = JSONObject([("points", .figure(points)), ("objective", .figure(objective))])
        fields["bound"] = bound.map { .figure($0) }
        fields["gap"] = gap.map { .figure($0) }
        return .object(fields)
    }
}
