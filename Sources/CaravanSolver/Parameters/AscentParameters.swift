/// Tuning constants of the Lagrangian ascent.
struct AscentParameters: Sendable, Equatable, Codable {
    /// Rounds without gain after which steps shrink.
    @Tuned(1...100_000) var patience = 25
    /// The same with funds kept as knapsacks: these answer small changes of price with quite other plans, so it takes longer to
    /// see whether a step gains.
    @Tuned(1...100_000) var patienceWithFunds = 100
    /// What is left of the length of a step when it shrinks.
    @Tuned(0.01...0.999) var shrinking = 0.7
    /// Gain that counts as one, as a share of the bound.
    @Tuned(0...0.1) var leastGain = 1e-5
    /// Weight of the last direction in the next one (Camerini, Fratta, Maffioli 1975).
    @Tuned(0...0.99) var deflection = 0.7
    /// Polyak's length at least, as a share of the objective aimed at: where the gap is nearly closed steps would vanish.
    @Tuned(0...1) var leastLength = 1e-4
    /// Parts of Polyak's length below which a step raises no bound visibly.
    @Tuned(1e-9...1) var leastStride = 1e-4
    /// How much longer the steps of trip shares are: they gain no speed from deflection, and each hangs on few sessions.
    /// Measured on weeks of all sizes: 1 leaves the bound up to 6 % lower where travel money is short, 60 up to 0.3 %.
    @Tuned(0...1_000) var tripPace = 15.0
    /// Share of a trip that a step moves at most.
    @Tuned(0...1) var longestTripStep = 0.5
    /// Weight of the last round in the fading average of relaxed plans, which is near the relaxation's primal solution.
    @Tuned(0.001...1) var heldFading = 0.05
    /// Rounds between two looks for cover cuts.
    @Tuned(1...100_000) var separationInterval = 40
    /// How often cover cuts are added: after some times more of them gain nothing and only keep the ascent from ending. 0:
    /// there are none at all.
    @Tuned(0...10_000) var separationLimit = 30
    /// By how much a cover cut is violated to be added, requests.
    @Tuned(0...10) var coverViolation = 0.02
    /// Length of a step at least after new cuts, in parts of Polyak's: new rules are worth new steps.
    @Tuned(1e-6...2) var separationStride = 0.3
    /// Length of the first step where the multipliers are nearly right already, since only points differ; in parts of Polyak's.
    @Tuned(1e-6...2) var transferredStride = 0.3
    /// Length of the first step of an ascent that begins near its end, in parts of Polyak's.
    @Tuned(1e-6...2) var resumedStride = 0.1
    /// Rounds after which such an ascent goes on with funds kept, where the best bounds are: it has prices already.
    @Tuned(0...100_000) var resumedRounds = 30
    /// Rounds that prices get to make up for cover cuts, which hold only while funds have no more than they do.
    @Tuned(0...100_000) var worthRounds = 60
    /// Rounds of a turn that bounds the plain objective of a solve under commitments.
    @Tuned(1...100_000) var plainRounds = 60
}
