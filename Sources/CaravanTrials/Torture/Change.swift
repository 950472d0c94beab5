import CaravanCore
import CaravanProtocol
import TestSupport

/// One change of a week, what asks for it, and what the week is afterwards.
enum Change: Sendable, Equatable {
    /// `LOAD replace=yes` with these requests.
    case load([String: String])
    /// `SUBMIT`.
    case submit(String, title: String)
    /// `AMEND`.
    case amend(String, title: String)
    /// `WITHDRAW`.
    case withdraw(String)
    /// `EDIT` that adds two requests: both or none.
    case pair(String, String, title: String)
    /// `SOLVE wait=yes` of a few steps.
    case solve
    /// `PUBLISH`.
    case publish(Int)
    /// `DROP`.
    case drop

    /// What asks for it.
    func request(on week: String) -> WireRequest {
        switch self {
        case .load(let requests):
            let list = requests.sorted { $0.key < $1.key }.map { PlainWeek.request($0.key, title: $0.value) }
            return WireRequest(
                RequestLine("LOAD", options: [.init("replace", "yes")]),
                body: Array(PlainWeek.document(week, requests: list).text.utf8))
        case .submit(let id, let title):
            return WireRequest(RequestLine("SUBMIT", [week]), body: Self.bytes(PlainWeek.request(id, title: title)))
        case .amend(let id, let title):
            return WireRequest(RequestLine("AMEND", [week, id]), body: Self.bytes(["title": .string(title)]))
        case .withdraw(let id): return WireRequest(RequestLine("WITHDRAW", [week, id]))
        case .pair(let first, let second, let title):
            let edits = [first, second].map { id -> JSON in
                ["op": "add", "kind": "request", "value": PlainWeek.request(id, title: title)]
            }
            return WireRequest(RequestLine("EDIT", [week]), body: Self.bytes(.array(edits)))
        case .solve:
            return WireRequest(RequestLine("SOLVE", [week], options: [.init("work", "30"), .init("wait", "yes")]))
        case .publish(let version):
            return WireRequest(RequestLine("PUBLISH", [week], options: [.init("version", "\(version)")]))
        case .drop: return WireRequest(RequestLine("DROP", [week]))
        }
    }

    /// The week after it was done; `answer` is what the daemon said, nil where nobody heard it.
    func applied(to state: WeekState, answer: ReplyFields?) -> WeekState {
        var after = state
        switch self {
        case .load(let requests): after.requests = requests
        case .submit(let id, let title), .amend(let id, let title): after.requests?[id] = title
        case .withdraw(let id): after.requests?[id] = nil
        case .pair(let first, let second, let title): for id in [first, second] { after.requests?[id] = title }
        case .solve:
            if let version = answer?.integer("version"), let objective = answer?.number("objective") {
                after.plans[version] = objective
            }
        case .publish(let version): after.published = version
        case .drop: after = WeekState()
        }
        return after
    }

    /// Whether it may leave a plan version whose number nobody heard.
    var makesPlans: Bool { self == .solve }

    private static func bytes(_ value: JSON) -> [UInt8] { Array(value.text.utf8) }
}

extension Change {
    /// Draws a change that a week can take.
    /// - Parameters:
    ///   - fresh: Gives identifiers that were never used.
    ///   - isOwn: Whether nobody else writes to the week.
    static func draw(
        for state: WeekState, isOwn: Bool, _ random: inout SeededGenerator, fresh: () -> String
    ) -> Change {
        guard let requests = state.requests else { return .load([fresh(): "first", fresh(): "second"]) }
        let title = "title \(random.index(below: 1_000_000))"
        let known = requests.keys.sorted()
        let some = known.isEmpty ? nil : known[random.index(below: known.count)]
        switch random.index(below: isOwn ? 20 : 12) {
        case 0...3: return .submit(fresh(), title: title)
        case 4...6: return some.map { .amend($0, title: title) } ?? .submit(fresh(), title: title)
        case 7...8 where known.count > 2: return some.map { .withdraw($0) } ?? .submit(fresh(), title: title)
        case 9...11: return .pair(fresh(), fresh(), title: title)
        case 12...15: return .solve
        case 16...17: return state.plans.keys.randomElement(using: &random).map { .publish($0) } ?? .solve
        case 18: return .load([fresh(): title, fresh(): title, fresh(): title])
        case 19 where random.chance(0.3): return .drop
        default: return known.count > 40 ? .load([fresh(): title]) : .pair(fresh(), fresh(), title: title)
        }
    }
}

/// A week that anything can be done to: every request fits, whatever else is there.
enum PlainWeek {
    static func document(_ id: String, requests: [JSON]) -> JSON {
        [
            "format": "caravan-week/1", "id": .string(id), "title": .string(id), "start": "2025-05-24", "days": 7,
            "timezone": "Asia/Shanghai",
            "slots": [
                ["id": "am", "start": "09:00", "end": "11:30"], ["id": "pm", "start": "14:00", "end": "16:30"],
            ],
            "audiences": ["youth"], "funds": [["id": "city", "name": "City", "limit": 1_000_000]],
            "travel": ["fund": "city", "speedKmh": 50, "roadFactor": 1.3, "bufferMinutes": 10, "costPerKm": 2],
            "townships": [
                [
                    "id": "t1", "name": "T", "county": "c", "lat": 41.9, "lon": 126.4, "population": ["youth": 1000],
                ]
            ],
            "venues": [
                [
                    "id": "v1", "name": "V", "township": "t1", "kind": "school", "capacity": 100, "equipment": [],
                    "cost": 5,
                ]
            ],
            "requests": .array(requests),
        ]
    }

    static func request(_ id: String, title: String) -> JSON {
        [
            "id": .string(id), "title": .string(title), "fund": "city", "audience": "youth", "topic": "space",
            "format": "lecture", "townships": ["t1"], "attendance": 50, "duration": 1, "needs": [], "value": 100,
            "cost": 10,
        ]
    }
}
