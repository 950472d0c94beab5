import CaravanCore

/// What a solve is asked to do: together with a week a value that says everything.
public struct SolveParameters: Sendable, Equatable {
    /// Wall time, seconds; without meaning where `work` is given.
    public var limit: Double
    /// The solve ends when the gap is at most this; 0: only a proven optimum ends it early.
    public var gap: Double
    /// Seed of every random choice.
    public var seed: UInt64
    /// Search iterations; when given, the plan depends on week, seed and work alone, not on the machine's speed.
    public var work: Int?
    /// Count steps instead of seconds, as many as a week of this size gets: the same parameters give the same plan on
    /// every machine, and `limit` has no meaning. A solve with `work` is counted in any case.
    public var isCounted: Bool
    /// Threads the solve may keep busy.
    public var threads: Int
    /// The plan against which changes cost points.
    public var baseline: Plan?
    /// How firmly the sessions of the baseline have been promised: factors on what changing them costs. The solve then
    /// minimises, and proves, the objective with these factors, and states the plain one beside it.
    public var commitments: Commitments
    /// A plan to begin from, as far as it stands in the week; nil: the baseline. It costs nothing to leave it.
    public var start: Plan?
    /// Freeze point, `DATE.slotId`: sessions of the baseline that start before it are kept (H12).
    public var freeze: String?
    /// What an earlier solve of this week, or of the week before some edits, knew at its end: the bound begins from it.
    public var duals: DualStart?
    /// How many decisions of the baseline the edits reach (`Week.decisionsReached`): a counted replanning takes more steps
    /// the more there are.
    public var reached = 0
    /// Bytes that the solve may take for the model of the week; a larger model is refused before it is built.
    public var memory = Self.standardMemory
    /// A lower bound of the objective that is proven already, points.
    public var knownBound: Double?
    /// Whether search and turns follow each other on the calling thread instead of having one each: for studies that solve many weeks
    /// side by side.
    public var takesTurns = false
    /// The week says the same as the one that the baseline was made for: the baseline is the answer, whatever might be
    /// better, and only its bound is worked on.
    public var keepsBaseline = false

    /// Rules that are kept besides those of the domain; the checker does not know of them.
    public var rules = RowRules.standard

    /// A quarter of the machine's memory: two solves at a time leave half of it to everything else.
    public static let standardMemory = Allowance.standardMemory

    /// Tuning constants, for experiments.
    public var tuning = Tuning()
    /// Parts of a solve that do nothing, to measure what each contributes: some of `optionalParts`.
    public var idleParts: Set<String> = []
    /// The parts that can be left out, by their names in the statistics.
    public static let optionalParts = Set(Part.optional.map(\.rawValue))

    /// Parameters with their defaults.
    public init(
        limit: Double = 30, gap: Double = 0, seed: UInt64 = 1, work: Int? = nil, isCounted: Bool = false,
        threads: Int = 2, baseline: Plan? = nil, commitments: Commitments = Commitments(), start: Plan? = nil,
        freeze: String? = nil, duals: DualStart? = nil
    ) {
        self.limit = limit
        self.gap = gap
        self.seed = seed
        self.work = work
        self.isCounted = isCounted
        self.threads = threads
        self.baseline = baseline
        self.commitments = commitments
        self.start = start
        self.freeze = freeze
        self.duals = duals
    }
}
