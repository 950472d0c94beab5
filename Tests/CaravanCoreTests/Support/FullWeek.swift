import CaravanCore

/// A week in which everything that can be stated is stated.
enum FullWeek {
    static let document: JSON = [
        "format": "caravan-week/2", "id": "w", "title": "W", "start": "2025-05-24", "days": 2,
        "timezone": "Asia/Shanghai",
        "slots": [["id": "am", "start": "09:00", "end": "11:00"], ["id": "pm", "start": "14:00", "end": "16:00"]],
        "audiences": ["youth", "elderly"],
        "departments": [
            ["id": "kj", "name": "Science", "code": "01", "county": "a"], ["id": "jy", "name": "Education"],
        ],
        "funds": [
            ["id": "city", "name": "City", "limit": 1000, "department": "kj", "source": "special"],
            ["id": "travel", "limit": 500],
        ],
        "travel": [
            "fund": "travel", "speedKmh": 50, "roadFactor": 1.3, "bufferMinutes": 5, "costPerKm": 1, "legs": [],
        ],
        "townships": [
            [
                "id": "t1", "name": "T", "county": "a", "lat": 35.0, "lon": 112,
                "population": ["youth": 100, "elderly": 50],
            ],
            ["id": "t2", "county": "b", "lat": 35.3, "lon": 112, "population": ["youth": 80, "elderly": 70]],
            ["id": "t3", "county": "b", "lat": 35.3, "lon": 112, "population": ["youth": 8, "elderly": 7]],
        ],
        "venues": [
            [
                "id": "v1", "name": "V", "township": "t1", "kind": "hall", "capacity": 90, "equipment": ["pc"],
                "cost": 10, "owner": "kj", "lend": ["to": ["jy"], "most": 3, "fee": 5],
            ],
            ["id": "v2", "township": "t2", "kind": "school", "capacity": 90, "equipment": [], "cost": 0],
        ],
        "experts": [
            [
                "id": "e1", "name": "E", "base": "t1", "skills": ["ai": 3], "maxPerDay": 2, "maxPerWeek": 3,
                "maxMinutes": 90, "fee": 20,
            ],
            [
                "id": "e2", "base": "t2", "skills": ["ai": 1], "maxPerDay": 1, "maxPerWeek": 1, "maxMinutes": 90,
                "fee": 0,
            ],
        ],
        "requests": [
            [
                "id": "r1", "title": "R", "fund": "city", "audience": "youth", "topic": "ai", "format": "lecture",
                "townships": ["t1"], "attendance": 40, "duration": 1,
                "needs": [["pool": "experts", "skill": "ai", "level": 2, "count": 1]], "value": 100, "cost": 50,
                "relay": [
                    "townships": ["t2"], "most": 2, "wanted": 1, "value": 7, "attendance": 20,
                    "needs": [["pool": "mentors", "skill": "ai", "level": 2, "count": 1]], "venueKinds": ["school"],
                    "equipment": [], "liveEquipment": ["pc"], "cost": 6, "credit": 0.4,
                ],
            ],
            [
                "id": "r2", "fund": "city", "audience": "elderly", "topic": "ai", "format": "lecture",
                "townships": ["t1", "t2"], "attendance": 30, "duration": 1, "needs": [], "value": 60, "cost": 40,
                "after": ["r1"],
            ],
            [
                "id": "r3", "fund": "travel", "audience": "elderly", "topic": "space", "format": "contest",
                "townships": ["t3"], "attendance": 30, "duration": 1, "needs": [], "value": 10, "cost": 4,
            ],
            [
                "id": "r4", "fund": "travel", "audience": "elderly", "topic": "space", "format": "contest",
                "townships": ["t3"], "attendance": 30, "duration": 1, "needs": [], "value": 10, "cost": 4,
            ],
        ],
        "targets": [
            ["id": "floor", "per": ["township"], "measure": "sessions", "atLeast": 1, "weight": 20, "scaled": true],
            ["id": "aim", "per": ["date"], "measure": "sessions", "atLeast": 1, "weight": 2],
            ["id": "years", "per": ["township"], "measure": "sessions", "atLeast": 9, "weight": 2, "memory": true],
        ],
        "caps": [
            ["id": "lid", "per": ["date"], "measure": "attendance", "atMost": 80],
            ["id": "rim", "per": ["date"], "measure": "sessions", "atMost": 3, "weight": 4],
            ["id": "again", "per": ["county"], "measure": "attendance", "atMost": 90, "memory": true],
        ],
        "series": [
            ["id": "s1", "title": "S", "requests": ["r1", "r2"], "same": ["slot"], "gap": ["least": 1, "most": 1]],
            ["id": "s2", "requests": ["r3", "r4"], "same": []],
        ],
        "history": [
            ["label": "2024", "weight": 0.5, "held": [["township": "t1", "sessions": 2, "attendance": 50]]],
            ["label": "2023", "weight": 0.25, "held": []],
        ],
        "pins": [["request": "r1", "township": "t1"], ["request": "r2", "start": "2025-05-25.am"]],
        "weights": ["km": 0.1, "preference": 5, "drop": 5, "move": 2, "venue": 1, "crew": 1, "yuan": 2],
    ]
}

extension JSON {
    /// The same with another value at a path of keys and positions; the one behind the last makes a list longer.
    func replacing(_ path: ArraySlice<String>, by value: JSON) -> JSON {
        guard let step = path.first else { return value }
        if let position = Int(step), var items = array {
            if position == items.count { items.append(.null) }
            items[position] = items[position].replacing(path.dropFirst(), by: value)
            return .array(items)
        }
        var fields = object ?? JSONObject([])
        fields[step] = (fields[step] ?? .object(JSONObject([]))).replacing(path.dropFirst(), by: value)
        return .object(fields)
    }
}
