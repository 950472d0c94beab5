import CaravanCore

/// Picks among smallest sets of changes: different kinds before more of one kind, the easiest first.
struct Remedies {
    private let admission: Admission
    private let plan: Plan
    private let baseline: Plan?

    /// Sets that are carried out for each one shown.
    private static let tried = 2

    init(_ admission: Admission, _ plan: Plan, baseline: Plan?) {
        (self.admission, self.plan, self.baseline) = (admission, plan, baseline)
    }

    func list(_ count: Int, at places: [NearestPlaces.Obstructed]) -> [Remedy] {
        let releases = MinimalReleases(admission, at: places).found
        var maker = RemedyMaker(admission, plan, baseline: baseline)
        var made = maker.first().map { (effort: 0, remedy: $0) }
        for release in varied(releases, by: \.blockers.signature) {
            if made.count >= count * Self.tried { break }
            guard let remedy = maker.remedy(release) else { continue }
            made.append((release.blockers.effort, remedy))
        }
        let sorted = made.sorted { a, b in
            (a.remedy.elements.count, a.effort, a.remedy.change.total)
                < (b.remedy.elements.count, b.effort, b.remedy.change.total)
        }
        return varied(sorted) { $0.remedy.elements.map(\.kind).sorted() }.prefix(count).map(\.remedy)
    }

    /// The first of each kind in order, then the second of each, and so on.
    private func varied<Item>(_ items: [Item], by kind: (Item) -> [String]) -> [Item] {
        var turns: [[String]: Int] = [:]
        let ranked = items.enumerated().map { at, item in
            let signature = kind(item)
            turns[signature, default: 0] += 1
            return (turn: turns[signature] ?? 0, at: at, item: item)
        }
        return ranked.sorted { ($0.turn, $0.at) < ($1.turn, $1.at) }.map(\.item)
    }
}

extension Set<Blocker> {
    /// The kinds of its blockers.
    fileprivate var signature: [String] { map(\.kind).sorted() }
}

extension Blocker {
    /// A word for its kind.
    fileprivate var kind: String {
        switch self {
        case .session: "session"
        case .fund: "fund"
        case .cap: "cap"
        case .limit: "limit"
        case .away: "away"
        case .closed: "closed"
        case .order: "order"
        case .slots: "slots"
        case .pin: "pin"
        case .kinds: "kinds"
        case .unfit: "unfit"
        case .reach: "reach"
        case .supply: "supply"
        }
    }
}
