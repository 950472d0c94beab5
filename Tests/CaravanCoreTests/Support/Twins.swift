import CaravanCore

/// Names that look the same and are not: one code point, and a letter with an accent behind it.
enum Twins {
    static let pair = ["caf\u{e9}", "cafe\u{301}"]

    /// The week with such names for topics, formats, kinds, equipment, skills and counties, turn and turn about.
    static func document(from document: JSON) -> JSON {
        guard var week = document.object else { return document }
        func change(_ list: String, _ edit: (Int, inout JSONObject) -> Void) {
            let items = (document[list]?.array ?? []).enumerated().map { number, item -> JSON in
                guard var object = item.object else { return item }
                edit(number, &object)
                return .object(object)
            }
            week[list] = .array(items)
        }
        change("townships") { $1["county"] = name($0) }
        change("venues") { number, venue in
            venue["kind"] = name(number / 2)
            venue["equipment"] = .array((venue["equipment"]?.array ?? []) + [name(number)])
        }
        for pool in Pool.allCases {
            change(pool.rawValue) { number, member in
                var skills = member["skills"]?.object ?? JSONObject()
                skills[pair[number % 2]] = 3
                member["skills"] = .object(skills)
            }
        }
        change("requests") { number, request in
            request["topic"] = name(number)
            request["format"] = name(number / 2)
            request["venueKinds"] = number % 3 == 0 ? [name(number)] : []
            request["equipment"] = number % 3 == 1 ? [name(number)] : []
            request["needs"] =
                number % 3 == 2
                ? [["pool": "experts", "skill": name(number), "level": 1, "count": 1]] : request["needs"]
        }
        // What they say of the names that are gone would be at fault.
        (week["targets"], week["caps"]) = ([], [])
        return .object(week)
    }

    private static func name(_ number: Int) -> JSON { .string(pair[number % 2]) }
}
