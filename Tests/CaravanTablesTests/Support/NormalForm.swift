import CaravanCore

/// What two documents of the same week have in common: fields that mean nothing where they are empty are left out, so are
/// fields that no table has.
enum NormalForm {
    private static let known: [String: Set<String>] = [
        "": [
            "format", "id", "title", "start", "days", "timezone", "slots", "audiences", "funds", "travel", "townships",
            "venues", "experts", "mentors", "kits", "requests", "targets", "caps", "pins", "weights",
        ],
        "townships": ["id", "name", "county", "lat", "lon", "population"],
        "venues": ["id", "name", "township", "kind", "capacity", "equipment", "closed", "cost"],
    ]
    /// Empty lists that say something else than a missing field does.
    private static let meaningful: Set<String> = ["slots", "preferredSlots"]

    static func of(_ document: JSON) -> JSON { object(document, "") }

    private static func object(_ value: JSON, _ name: String) -> JSON {
        switch value {
        case .object(let object):
            let fields = object.fields.compactMap { key, value -> (String, JSON)? in
                if let known = known[name], !known.contains(key) { return nil }
                if isEmpty(value), !meaningful.contains(key) || name == "" { return nil }
                return (key, self.object(value, key))
            }
            return .object(JSONObject(fields))
        case .array(let items): return .array(items.map { self.object($0, name) })
        default: return value
        }
    }

    private static func isEmpty(_ value: JSON) -> Bool {
        switch value {
        case .array(let items): items.isEmpty
        case .object(let object): object.count == 0
        case .string(let text): text.isEmpty
        default: false
        }
    }
}
