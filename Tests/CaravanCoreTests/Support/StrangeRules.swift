import CaravanCore
import Foundation
import TestSupport

/// Adds random targets, caps and pins to a week: every grouping key, clauses of every kind, very many groups.
struct StrangeRules {
    var random: SeededGenerator

    /// The week with other rules, in a file of its own.
    mutating func file(from document: JSON, name: String) throws -> URL {
        guard var object = document.object else { throw EditError(.notWeek) }
        let week = try Week(document: document)
        object["id"] = .string(name)
        object["targets"] = .array((0..<8).map { rule(week, "target\($0)", "atLeast", isTarget: true) })
        object["caps"] = .array((0..<8).map { rule(week, "cap\($0)", "atMost", isTarget: false) })
        object["pins"] = .array((0..<4).map { _ in pin(week) })
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-\(name)-\(random.seed).json")
        try Data(JSON.object(object).text.utf8).write(to: url)
        return url
    }

    private mutating func rule(_ week: Week, _ id: String, _ threshold: String, isTarget: Bool) -> JSON {
        var keys = GroupingKey.known(in: week.edition).shuffled(using: &random)
        let per = Array(keys.prefix(random.chance(0.2) ? 6 : random.index(below: 4)))
        keys.shuffle(using: &random)
        let clauses = keys.prefix(random.index(below: 3)).map { key -> (String, JSON) in
            let names = (0..<week.valueCount(of: key)).map { week.valueName(of: key, $0) }
            let chosen = names.shuffled(using: &random).prefix(random.index(below: names.count + 1))
            return (key.rawValue, .strings(key == .topic ? chosen + ["unheard of"] : chosen))
        }
        var fields: [(String, JSON)] = [
            ("id", .string(id)), ("per", .strings(per.map(\.rawValue))),
            ("measure", .string(random.chance(0.5) ? "sessions" : "attendance")),
            (threshold, .number([0, 1, 2, 2.5, 60, 200][random.index(below: 6)])),
        ]
        if random.chance(0.8) { fields.append(("where", .object(JSONObject(clauses)))) }
        if isTarget || random.chance(0.6) {
            fields.append(("weight", .number([0, 0.05, 3, 30][random.index(below: 4)])))
        }
        if per.contains(.township) || !isTarget { fields.append(("scaled", .bool(random.chance(0.6)))) }
        return .object(JSONObject(fields))
    }

    private mutating func pin(_ week: Week) -> JSON {
        let request = week.requests[random.index(below: week.requests.count)]
        var fields: [(String, JSON)] = [("request", .string(request.id))]
        if random.chance(0.4) {
            fields.append(("start", .string(week.calendar.name(of: random.index(below: week.calendar.count)))))
        }
        if random.chance(0.4) { fields.append(("township", .string(week.townships[request.townships[0]].id))) }
        if random.chance(0.3) {
            fields.append(("venue", .string(week.venues[random.index(below: week.venues.count)].id)))
        }
        if random.chance(0.3) { fields.append(("crew", [.string(week.members[0].id)])) }
        return .object(JSONObject(fields))
    }
}
