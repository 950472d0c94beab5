/// The best way found to hold a request in a schedule as it stands.
struct Insertion {
    /// Number of the placement.
    var placement: Int
    /// Position in `Instance.venueCandidates`.
    var venueCandidate: Int
    /// Change of the objective, points; exact.
    var delta: Double
    /// `delta` plus priced money: what insertions are compared by.
    var score: Double
}
