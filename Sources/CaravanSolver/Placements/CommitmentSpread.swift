import CaravanCore

extension Decisions {
    /// The most that commitments can add to the disruption of any plan, points: of each baseline session all changes whose
    /// factor exceeds 1, or dropping it, whichever adds more.
    func mostCommitmentPoints(_ weights: Weights) -> Double {
        let plain = DisruptionWeights(weights)
        return baseline.sorted { $0.key < $1.key }.reduce(0) { sum, session in
            let own = disruption[session.key]
            let changed =
                max(0, own.move - plain.move) + max(0, own.venue - plain.venue)
                + max(0, own.crew - plain.crew) * Double(Set(session.value.crew).count)
            return sum + max(changed, own.drop - plain.drop)
        }
    }
}
