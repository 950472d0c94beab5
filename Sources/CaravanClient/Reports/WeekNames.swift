import CaravanCore

/// Names for people out of a week document; an id that the document does not name stands for itself.
struct WeekNames: Sendable {
    /// A township with its county.
    struct Place: Sendable {
        let name: String
        let county: String
    }

    /// One slot of every date.
    struct Slot: Sendable {
        let id: String
        let begin: String
        let end: String
    }

    let id: String
    let title: String
    /// Counties in the order in which townships name them.
    let counties: [String]
    let slots: [Slot]
    let audiences: [String]
    private let places: [String: Place]
    private let venues: [String: String]
    private let members: [String: String]
    private let requests: [String: JSON]
    private let funds: [String: String]

    init(_ week: JSON) {
        func named(_ key: String) -> [String: String] {
            let pairs = (week[key]?.array ?? []).map { ($0.id, $0["name"]?.string ?? "") }
            return Dictionary(pairs) { first, _ in first }.filter { !$0.value.isEmpty }
        }
        id = week.id
        title = week["title"]?.string ?? ""
        let townships = week["townships"]?.array ?? []
        var seen: Set<Name> = []
        counties = townships.compactMap { $0["county"]?.string }.filter { seen.insert(Name($0)).inserted }
        slots = (week["slots"]?.array ?? []).map {
            Slot(id: $0.id, begin: $0["start"]?.string ?? "", end: $0["end"]?.string ?? "")
        }
        audiences = (week["audiences"]?.array ?? []).compactMap(\.string)
        places = Dictionary(
            townships.map { ($0.id, Place(name: $0["name"]?.string ?? $0.id, county: $0["county"]?.string ?? "")) }
        ) { first, _ in first }
        venues = named("venues")
        members = named("experts").merging(named("mentors")) { $1 }.merging(named("kits")) { $1 }
        requests = Dictionary((week["requests"]?.array ?? []).map { ($0.id, $0) }) { first, _ in first }
        funds = named("funds")
    }

    func township(_ id: String) -> String { places[id]?.name ?? id }
    func county(of township: String) -> String { places[township]?.county ?? "" }
    func venue(_ id: String) -> String { venues[id] ?? id }
    func member(_ id: String) -> String { members[id] ?? id }
    func fund(_ id: String) -> String { funds[id] ?? id }

    func request(_ id: String) -> String {
        guard let title = requests[id]?["title"]?.string, !title.isEmpty else { return id }
        return title
    }

    /// Consecutive slots that a request takes, at least 1.
    func duration(_ request: String) -> Int { max(1, requests[request]?["duration"]?.integer ?? 1) }

    /// The time of a session, e.g. `08:30–11:30`, from its first slot to the end of its last.
    func time(of slot: String, duration: Int) -> String {
        guard let first = slots.firstIndex(where: { $0.id == slot }) else { return slot }
        let last = min(slots.count - 1, first + duration - 1)
        return "\(slots[first].begin)–\(slots[last].end)"
    }
}

extension JSON {
    /// The `id` of an object; empty where it has none.
    fileprivate var id: String { self["id"]?.string ?? "" }
}
