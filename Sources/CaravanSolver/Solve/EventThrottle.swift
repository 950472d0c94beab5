/// Decides when the observer of a solve is told what changed: one thread tells at a time, and events closer together
/// than 50 ms are told as one.
struct EventThrottle: Sendable {
    /// The part that improved something last.
    private(set) var phase = "placements"
    private var hasNews = false
    private var isTelling = false
    private var toldAt = -1.0
    /// Serial of the plan told last.
    private var toldPlan = 0
    /// Seconds.
    private static let quiet = 0.05

    /// Notes that a part improved plan or bound.
    mutating func note(_ part: Part) { (phase, hasNews) = (part.phase, true) }

    /// Begins to tell, unless something was told just now or nothing changed.
    /// - Parameter serial: Of the best plan.
    /// - Returns: Whether that plan is news; nil where nothing is to be told.
    mutating func begin(at now: Double, evenNow: Bool, serial: Int) -> Bool? {
        guard hasNews, !isTelling, evenNow || now - toldAt >= Self.quiet else { return nil }
        defer { (toldAt, toldPlan) = (now, serial) }
        (hasNews, isTelling) = (false, true)
        return serial > toldPlan
    }

    mutating func end() { isTelling = false }
}
