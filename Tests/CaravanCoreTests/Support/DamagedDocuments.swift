import CaravanCore
import TestSupport

/// Breaks documents at random.
struct Damage {
    var random: SeededGenerator

    private static let values: [JSON] = [
        .null, true, false, "", "x", "no such thing", 0, -1, 0.5, 7, 1e300, -1e300, 99_999, [], [:], ["x"], ["x", "x"],
        [1, .null], ["a": 1], "2025-05-24.am", "2025-05-25", "t000", "e000", "r0001", "youth", "24:00", "09:60", "9:00",
        "experts", "sessions", "per", "township", .string(String(repeating: "a", count: 65)), "ä", "2025-02-29",
    ]

    /// A document with 1…4 things broken.
    mutating func broken(_ document: JSON) -> JSON {
        (0...random.index(below: 4)).reduce(document) { damaged, _ in step(damaged) }
    }

    /// Walks down at random and breaks what it comes to.
    private mutating func step(_ value: JSON) -> JSON {
        switch value {
        case .object(let object) where object.count > 0 && random.chance(0.85): .object(broken(object))
        case .array(let items) where !items.isEmpty && random.chance(0.85): .array(broken(items))
        case .number(let number) where random.chance(0.4):
            .number([-number, number + 0.5, number * 10][random.index(below: 3)])
        default: Self.values[random.index(below: Self.values.count)]
        }
    }

    private mutating func broken(_ object: JSONObject) -> JSONObject {
        var object = object
        let field = object.fields[random.index(below: object.count)]
        switch random.index(below: 12) {
        case 0: object[field.key] = nil
        case 1: object["extra"] = Self.values[random.index(below: Self.values.count)]
        case 2: object[field.key] = object.fields[random.index(below: object.count)].value
        default: object[field.key] = step(field.value)
        }
        return object
    }

    private mutating func broken(_ items: [JSON]) -> [JSON] {
        var items = items
        let at = random.index(below: items.count)
        switch random.index(below: 12) {
        case 0: items.remove(at: at)
        case 1: items.insert(items[random.index(below: items.count)], at: at)
        case 2: items.swapAt(at, random.index(below: items.count))
        case 3: items[at] = items[random.index(below: items.count)]
        default: items[at] = step(items[at])
        }
        return items
    }
}
