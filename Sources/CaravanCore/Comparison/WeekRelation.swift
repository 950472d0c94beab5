/// What edits do to the plans of a week, and to what each costs.
///
/// Proven from the two weeks, whatever the edits were; where in doubt, `other`. It says nothing of a freeze point.
public enum WeekRelation: String, Sendable {
    /// The same plans at the same cost.
    case same
    /// Every plan of the edited week is a plan of the week before, where it costs no more: the optimum does not fall.
    case restriction
    /// Every plan of the week before is a plan of the edited week, where it costs no more: the optimum does not rise.
    case relaxation
    /// Neither is proven.
    case other

    /// Compares a week with an edited copy of it.
    public init(from base: Week, to edited: Week) {
        let directions = base.differences(to: edited).reduce(into: Directions()) { $0.formUnion($1.directions) }
        let tightens = !directions.isDisjoint(with: [.tighter, .dearer, .other])
        let loosens = !directions.isDisjoint(with: [.looser, .cheaper, .other])
        switch (tightens, loosens) {
        case (false, false): self = .same
        case (true, false): self = .restriction
        case (false, true): self = .relaxation
        case (true, true): self = .other
        }
    }
}

extension Week {
    /// Whether two weeks say the same to a planner: the same plans are sound in both, with the same objective. Names,
    /// titles and unknown fields mean nothing, and lists of slots mean sets.
    public func saysTheSame(as other: Week) -> Bool { differences(to: other).isEmpty }
}
