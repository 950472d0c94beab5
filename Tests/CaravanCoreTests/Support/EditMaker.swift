import CaravanCore
import TestSupport

/// Makes random edit lists for a week: most of them apply, some name what is not there or are not well formed.
struct EditMaker {
    let week: Week
    var random: SeededGenerator

    /// 1…4 edits.
    mutating func list() -> JSON { .array((0...random.index(below: 4)).map { _ in edit() }) }

    private mutating func pick(_ ids: [String]) -> JSON {
        random.chance(0.03) ? "nothing" : .string(ids[random.index(below: ids.count)])
    }

    private mutating func request() -> JSON { pick(week.requests.map(\.id)) }

    private mutating func slots() -> JSON {
        let names = (0..<week.calendar.count).map(week.calendar.name(of:))
        if random.chance(0.04) { return ["2020-01-01.am"] }
        return .strings(names.shuffled(using: &random).prefix(random.index(below: 4)))
    }

    private mutating func edit() -> JSON {
        var edit: JSON
        if week.edition == .second, random.chance(0.35) { return second() }
        switch random.index(below: 12) {
        case 0: edit = ["op": "away", "member": pick(week.members.map(\.id)), "slots": slots()]
        case 1: edit = ["op": "away", "member": pick(week.members.map(\.id))]
        case 2: edit = ["op": "close", "venue": pick(week.venues.map(\.id)), "slots": slots()]
        case 3: edit = ["op": "closeTownship", "township": pick(week.townships.map(\.id)), "slots": slots()]
        case 4: edit = ["op": "withdraw", "request": request()]
        case 5: edit = add()
        case 6: edit = change()
        case 7:
            edit = ["op": "limit", "fund": pick(week.funds.map(\.id)), "limit": .int(random.index(below: 9000) - 100)]
        case 8: edit = ["op": "limit", "fund": pick(week.funds.map(\.id)), "factor": 0.8]
        case 9: edit = ["op": "pin", "request": request(), "township": pick(week.townships.map(\.id)), "note": "kept"]
        case 10: edit = ["op": "unpin", "request": request()]
        default: edit = random.chance(0.2) ? ["op": "celebrate"] : ["op": "closeTownship", "township": "t001"]
        }
        if random.chance(0.03), var fields = edit.object {
            fields[fields.keys[random.index(below: fields.count)]] = random.chance(0.5) ? nil : 7
            edit = .object(fields)
        }
        return edit
    }

    /// Edits that only weeks of the second edition know.
    private mutating func second() -> JSON {
        let departments = week.departments.map(\.id)
        let past: JSON = ["label": .string("new\(random.index(below: 3))"), "weight": 0.5, "held": []]
        switch random.index(below: 9) {
        case 0: return ["op": "remember", "value": past]
        case 1:
            return [
                "op": "remember",
                "value": ["label": pick(["2024"]), "weight": random.chance(0.8) ? 1 : -1, "held": []],
            ]
        case 2: return ["op": "forget", "label": pick(["2024", "2025", "new0", "new1"])]
        case 3:
            let requests: JSON = [request(), request()]
            return [
                "op": "add", "kind": "series",
                "value": ["id": .string("new\(random.index(below: 3))"), "requests": requests, "same": ["township"]],
            ]
        case 4:
            return ["op": "add", "kind": "department", "value": ["id": random.chance(0.7) ? "zz" : pick(departments)]]
        case 5:
            return [
                "op": "change", "kind": "series", "id": pick(["s", "s000"]), "set": ["gap": ["least": 1, "most": 2]],
            ]
        case 6: return ["op": "change", "kind": "department", "id": pick(departments), "set": ["name": "office"]]
        case 7:
            let set: JSON = [
                "owner": pick(departments), "lend": ["to": random.chance(0.8) ? ["*"] : ["nobody"], "most": 1],
            ]
            return ["op": "change", "kind": "venue", "id": pick(week.venues.map(\.id)), "set": set]
        default:
            let sets: [JSON] = [
                ["lasts": 2], ["lasts": 9], ["dropIn": true], ["relay": .null], ["crowd": "school"], ["pays": []],
            ]
            return ["op": "change", "kind": "request", "id": request(), "set": sets[random.index(below: sets.count)]]
        }
    }

    private mutating func add() -> JSON {
        let lists = [
            "request": "requests", "expert": "experts", "mentor": "mentors", "kit": "kits", "venue": "venues",
            "target": "targets", "cap": "caps", "township": "townships",
        ]
        if random.chance(0.2) { return ["op": "add", "kind": "pin", "value": ["request": request()]] }
        let kind = lists.keys.sorted()[random.index(below: lists.count)]
        let models = week.document[lists[kind] ?? ""]?.array ?? []
        guard !models.isEmpty, var value = models[random.index(below: models.count)].object else {
            return ["op": "add"]
        }
        if random.chance(0.85) { value["id"] = .string("new\(random.index(below: 5))") }
        if random.chance(0.1) { value["weight"] = -1 }
        return ["op": "add", "kind": .string(kind), "value": .object(value)]
    }

    private mutating func change() -> JSON {
        let sets: [(String, [String], JSON)] = [
            ("request", week.requests.map(\.id), ["attendance": 75, "preferredSlots": []]),
            ("request", week.requests.map(\.id), ["after": ["r0000"]]),
            ("request", week.requests.map(\.id), ["id": "r"]),
            ("expert", week.members.map(\.id), ["maxPerDay": 1]), ("venue", week.venues.map(\.id), ["capacity": 10.5]),
            ("venue", week.venues.map(\.id), ["capacity": 500, "note": "new hall"]),
            ("township", week.townships.map(\.id), ["population": ["youth": 12]]),
            ("fund", week.funds.map(\.id), ["name": "renamed"]), ("target", week.targets.map(\.id), ["atLeast": 3]),
            ("cap", week.caps.map(\.id), ["atMost": 3]), ("pin", ["r0001"], ["start": "2025-05-24.am"]),
        ]
        let (kind, ids, set) = sets[random.index(below: sets.count)]
        return ["op": "change", "kind": .string(kind), "id": pick(ids), "set": set]
    }
}
