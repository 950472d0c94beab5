import CaravanCore
import CaravanSolver
import Testing

/// A week of two dates, two townships and a handful of venues and experts, to be bent for each test.
struct SampleWeek {
    var funds: [JSON] = [
        ["id": "science", "name": "Science", "limit": 5000], ["id": "travel", "name": "Travel", "limit": 1000],
    ]
    var venues: [JSON] = [venue("v1", "north"), venue("v2", "north", ["capacity": 200, "kind": "school"])]
    var experts: [JSON] = [expert("e1"), expert("e2", ["skills": ["ai": 2, "health": 1]])]
    var requests: [JSON] = [request("r1")]
    var townships: [JSON] = [
        ["id": "north", "name": "North Town", "county": "c", "lat": 30, "lon": 120, "population": [:]],
        ["id": "south", "name": "South Town", "county": "c", "lat": 31, "lon": 120, "population": [:]],
    ]
    var audiences = ["youth", "elderly"]
    var legs: [JSON] = [["from": "north", "to": "south", "km": 90, "minutes": 90]]
    var caps: [JSON] = []
    var targets: [JSON] = []
    var pins: [JSON] = []
    var kmWeight = 0.0

    static let allSlots = ["2025-05-24.am", "2025-05-24.pm", "2025-05-25.am", "2025-05-25.pm"]

    static func venue(_ id: String, _ township: String, _ set: KeyValuePairs<String, JSON> = [:]) -> JSON {
        fields(
            [
                "id": .string(id), "township": .string(township), "kind": "hall", "capacity": 100,
                "equipment": ["power"],
                "closed": [], "cost": 0,
            ], set)
    }

    static func expert(_ id: String, _ set: KeyValuePairs<String, JSON> = [:]) -> JSON {
        fields(
            [
                "id": .string(id), "base": "north", "skills": ["ai": 1], "away": [], "maxPerDay": 2, "maxPerWeek": 4,
                "maxMinutes": 200, "fee": 100,
            ], set)
    }

    static func request(_ id: String, _ set: KeyValuePairs<String, JSON> = [:]) -> JSON {
        fields(
            [
                "id": .string(id), "fund": "science", "audience": "youth", "topic": "ai", "format": "lecture",
                "townships": ["north"], "attendance": 50, "duration": 1,
                "needs": [["pool": "experts", "skill": "ai", "level": 1, "count": 1]], "value": 300, "cost": 1000,
            ], set)
    }

    private static func fields(_ all: JSON, _ set: KeyValuePairs<String, JSON>) -> JSON {
        guard var object = all.object else { return all }
        for (key, value) in set { object[key] = value }
        return .object(object)
    }

    func week() throws -> Week {
        try Week(document: [
            "format": "caravan-week/1", "id": "sample", "start": "2025-05-24", "days": 2, "timezone": "Asia/Shanghai",
            "slots": [
                ["id": "am", "start": "09:00", "end": "11:00"], ["id": "pm", "start": "12:00", "end": "14:00"],
            ],
            "audiences": .strings(audiences), "funds": .array(funds),
            "travel": [
                "fund": "travel", "speedKmh": 60, "roadFactor": 1, "bufferMinutes": 0, "costPerKm": 1,
                "legs": .array(legs),
            ],
            "townships": .array(townships),
            "venues": .array(venues), "experts": .array(experts), "requests": .array(requests),
            "targets": .array(targets), "caps": .array(caps), "pins": .array(pins),
            "weights": ["km": .number(kmWeight)],
        ])
    }

    /// The reason for `r1` in a plan with these sessions, which must be a sound one.
    func reason(
        _ sessions: [Session] = [], of request: String = "r1", baseline: Plan? = nil, freeze: String? = nil
    ) throws -> UnheldReason {
        let week = try week()
        let plan = Plan(week: week.id, sessions: sessions)
        let breaches = Checker(week: week).check(plan, baseline: baseline, freeze: freeze).violations
        #expect(breaches.allSatisfy { $0.rule == .H11 }, "\(breaches)")
        return try #require(
            UnheldReasons.reason(week: week, plan: plan, request: request, baseline: baseline, freeze: freeze))
    }
}

/// A session in North Town unless told otherwise.
func session(
    _ request: String, _ start: String, _ venue: String, _ crew: [String], in township: String = "north"
) -> Session {
    Session(request: request, start: start, township: township, venue: venue, crew: crew)
}
