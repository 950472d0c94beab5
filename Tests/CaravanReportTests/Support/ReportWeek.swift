import CaravanCore
import Foundation

@testable import CaravanReport

/// A small week made by hand: townships a and b in county x, c in county y; two dates of a morning and an afternoon.
enum ReportWeek {
    static let document: JSON = [
        "format": "caravan-week/1", "id": "hand", "title": "科技周 · Science week", "start": "2025-05-24", "days": 2,
        "timezone": "Asia/Shanghai",
        "slots": [["id": "am", "start": "09:00", "end": "11:30"], ["id": "pm", "start": "14:00", "end": "24:00"]],
        "audiences": ["youth", "elderly"],
        "funds": [["id": "science", "name": "科技经费", "limit": 2000], ["id": "cars", "limit": 500]],
        "travel": ["fund": "cars", "speedKmh": 60, "roadFactor": 1, "bufferMinutes": 0, "costPerKm": 1],
        "townships": [
            town("a", "江源街道", "x", 42.05, 126.58, ["youth": 1000, "elderly": 1000]),
            town("b", "湾沟镇", "x", 42.06, 126.91, ["youth": 500, "elderly": 500]),
            town("c", "", "y", 42.3, 127.2, ["youth": 3000]),
        ],
        "venues": [venue("a-hall", "文化站", "a"), venue("b-hall", "湾沟镇学校", "b"), venue("c-hall", "", "c")],
        "experts": [member("e1", "讲师 甲"), member("e2", "讲师 乙")], "mentors": [], "kits": [member("vr", "VR 套装")],
        "requests": [
            request("r1", "走近人工智能", "youth", "lecture", ["a", "b"], 40),
            request("r2", "动手; 实验, 一", "youth", "hands-on", ["b", "a"], 20),
            request("r3", "", "elderly", "immersive", ["a"], 60, duration: 2),
            request("r4", "<b>天文</b> & \"星\"", "youth", "lecture", ["c"], 30),
        ],
    ]

    /// r1 and r3 in a, r2 in b; r4 is not held.
    static let plan = Plan(
        week: "hand",
        sessions: [
            session("r2", "2025-05-24.pm", "b", crew: ["e2", "vr"]), session("r1", "2025-05-24.am", "a", crew: ["e1"]),
            session("r3", "2025-05-25.am", "a", crew: []),
        ], objective: 30, bound: 27, gap: 0.1, status: .feasible)

    /// The week, with some of its fields replaced.
    static func week(_ changes: [(String, JSON)] = []) throws -> Week {
        guard case .object(var fields) = document else { throw CocoaError(.coderInvalidValue) }
        for (key, value) in changes { fields[key] = value }
        return try Week(stored: .object(fields))
    }

    static func session(_ request: String, _ start: String, _ township: String, crew: [String]) -> Session {
        Session(request: request, start: start, township: township, venue: "\(township)-hall", crew: crew)
    }

    static func request(
        _ id: String, _ title: String, _ audience: String, _ format: String, _ townships: [String], _ attendance: Int,
        duration: Int = 1
    ) -> JSON {
        [
            "id": .string(id), "title": .string(title), "fund": "science", "audience": .string(audience),
            "topic": "space", "format": .string(format), "townships": .strings(townships),
            "attendance": .int(attendance), "duration": .int(duration), "needs": [], "value": 100, "cost": 300,
        ]
    }

    private static func town(
        _ id: String, _ name: String, _ county: String, _ lat: Double, _ lon: Double, _ people: [String: Int]
    ) -> JSON {
        [
            "id": .string(id), "name": .string(name), "county": .string(county), "lat": .number(lat),
            "lon": .number(lon),
            "population": .object(JSONObject(people.sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) })),
        ]
    }

    private static func venue(_ id: String, _ name: String, _ township: String) -> JSON {
        [
            "id": .string(id), "name": .string(name), "township": .string(township), "kind": "hall", "capacity": 100,
            "equipment": [], "cost": 10,
        ]
    }

    private static func member(_ id: String, _ name: String) -> JSON {
        [
            "id": .string(id), "name": .string(name), "base": "a", "skills": ["ai": 2], "maxPerDay": 2,
            "maxPerWeek": 4, "maxMinutes": 140, "fee": 100,
        ]
    }
}
