import CaravanCore

/// Finds smallest sets of blockers that let a request in once they are out of the way.
///
/// Candidates come from single places: one way out of every obstruction there. A deletion filter (Chinneck and Dravnieks
/// 1991) then takes out of a candidate whatever it does without. As admission is monotone, what is left is minimal: with
/// any one of it left out, no place, venue and crew at all do.
struct MinimalReleases {
    /// A minimal set, with the best way in that it opens.
    struct Release {
        let blockers: Set<Blocker>
        let entry: Admission.Entry
    }

    /// A set that might do at a place.
    private struct Candidate {
        let place: Admission.Place
        let blockers: Set<Blocker>
        let cost: Double
        var key: (Int, Int, Double) { (blockers.count, blockers.effort, cost) }
    }

    /// Sets looked for at most.
    private static let mostFound = 24
    /// Questions to `Admission` at most, so that even odd weeks are answered in time.
    private static let mostTrials = 500
    /// Candidates whose money is looked at, at most.
    private static let mostWeighed = 2_000
    /// Ways out of one obstruction that are combined with the first ways out of the others.
    private static let mostWays = 6
    /// Sessions offered in the place of a raised fund.
    private static let mostPayers = 4

    private(set) var found: [Release] = []
    private var admission: Admission
    private let payers: Payers
    private var answers: [Set<Blocker>: Bool] = [:]
    private var trials = 0

    init(_ admission: Admission, at places: [(place: Admission.Place, obstructions: [Obstruction])]) {
        self.admission = admission
        payers = Payers(admission)
        let candidates = places.flatMap { self.candidates(at: $0.place, $0.obstructions) }
        for candidate in candidates.sorted(by: { $0.key < $1.key }).prefix(Self.mostWeighed) {
            if found.count >= Self.mostFound || trials >= Self.mostTrials { break }
            if isKnown(candidate.blockers) { continue }
            for blockers in paid(candidate) where !isKnown(blockers) { minimise(blockers) }
        }
    }

    /// Whether a set found before lies within this one.
    private func isKnown(_ blockers: Set<Blocker>) -> Bool {
        found.contains { $0.blockers.isSubset(of: blockers) }
    }

    private func candidates(at place: Admission.Place, _ obstructions: [Obstruction]) -> [Candidate] {
        let ways = obstructions.map { obstruction in
            obstruction.ways.sorted { (key(of: $0)) < (key(of: $1)) }.prefix(Self.mostWays)
        }
        guard ways.allSatisfy({ !$0.isEmpty }) else { return [] }
        let first = ways.reduce(into: Set<Blocker>()) { $0.formUnion($1[0]) }
        var sets = [first]
        for (at, alternatives) in ways.enumerated() where alternatives.count > 1 {
            let others = ways.enumerated().reduce(into: Set<Blocker>()) { if $1.0 != at { $0.formUnion($1.1[0]) } }
            sets += alternatives.dropFirst().map { others.union($0) }
        }
        return sets.map { Candidate(place: place, blockers: $0, cost: payers.value(of: $0)) }
    }

    private func key(of way: Set<Blocker>) -> (Int, Int, Double) { (way.count, way.effort, payers.value(of: way)) }

    /// The candidate with what pays for it where money is short: a fund that is raised, or sessions that go.
    private mutating func paid(_ candidate: Candidate) -> [Set<Blocker>] {
        let instance = admission.plan.instance
        let (place, blockers) = (candidate.place, candidate.blockers)
        if admission.entry(at: place, releasing: blockers) != nil { return [blockers] }
        let funds: Set<Int> = [instance.tables.fund[admission.ways.request], instance.tables.travelFund]
        var sets: [Set<Blocker>] = []
        for fund in funds.sorted() {
            let raised = blockers.union([.fund(fund)])
            guard let raise = admission.entry(at: place, releasing: raised)?.raises.first else { continue }
            let sellers = payers.freeing(raise.yuan, of: fund, besides: blockers, most: Self.mostPayers)
            sets += [raised] + sellers.map { blockers.union($0) }
        }
        if !sets.isEmpty { return sets }
        let both = blockers.union(funds.map(Blocker.fund))
        return admission.entry(at: place, releasing: both) == nil ? [] : [both]
    }

    private mutating func minimise(_ candidate: Set<Blocker>) {
        guard admits(candidate) else { return }
        var left = candidate
        // What takes most to change is left out first.
        for blocker in candidate.sorted(by: { ($0.effort, $0) > ($1.effort, $1) }) {
            let rest = left.subtracting([blocker])
            if admits(rest) { left = rest }
        }
        if isKnown(left) { return }
        trials += 1
        guard let entry = admission.entry(releasing: left) else { return }
        found.append(Release(blockers: left, entry: entry))
    }

    private mutating func admits(_ blockers: Set<Blocker>) -> Bool {
        if let known = answers[blockers] { return known }
        trials += 1
        let answer = admission.admits(releasing: blockers)
        answers[blockers] = answer
        return answer
    }
}

/// What the sessions of a plan are worth and what they pay, as far as they can be moved.
struct Payers {
    /// Yuan that the plan no longer charges without a session and those that wait for it, by request and fund.
    private var freed: [Int: [Double]] = [:]
    /// Points lost without them.
    private var values: [Int: Double] = [:]

    init(_ admission: Admission) {
        let plan = admission.plan
        for request in plan.week.requests.indices where plan.schedule.isHeld(request) {
            let taken = plan.schedule.followers(of: request)
            guard !taken.contains(where: admission.immovable.contains) else { continue }
            var rest = plan.schedule
            rest.release(request)
            freed[request] = zip(plan.schedule.spent, rest.spent).map { $0 - $1 }
            values[request] = taken.reduce(0) { $0 + plan.instance.unheldCost[$1] }
        }
    }

    /// Whether the session of a request, and those that wait for it, can be moved.
    func canMove(_ request: Int) -> Bool { freed[request] != nil }

    /// The requests without which some of these funds pays less.
    func requests(freeing funds: [Int]) -> Set<Int> {
        Set(freed.filter { freed in funds.contains { freed.value[$0] > 1e-9 } }.keys)
    }

    /// Points lost at most where these sessions go.
    func value(of blockers: Set<Blocker>) -> Double {
        blockers.sorted().reduce(0) { sum, blocker in
            guard case .session(let request) = blocker else { return sum }
            return sum + (values[request] ?? 0)
        }
    }

    /// Sets of sessions that free so much of a fund: single ones, the least worth first; where none pays enough alone,
    /// those that pay most together.
    func freeing(_ yuan: Double, of fund: Int, besides taken: Set<Blocker>, most: Int) -> [Set<Blocker>] {
        let others = freed.keys.sorted().filter { !taken.contains(.session($0)) }
        func pays(_ request: Int) -> Double { freed[request]?[fund] ?? 0 }
        let enough = others.filter { pays($0) >= yuan }.sorted {
            (values[$0] ?? 0, $0) < (values[$1] ?? 0, $1)
        }
        if !enough.isEmpty { return enough.prefix(most).map { [.session($0)] } }
        var (sum, set) = (0.0, Set<Blocker>())
        for request in others.sorted(by: { (pays($1), $0) < (pays($0), $1) }) {
            if pays(request) <= 0 { return [] }
            sum += pays(request)
            set.insert(.session(request))
            if sum >= yuan { return [set] }
        }
        return []
    }
}
