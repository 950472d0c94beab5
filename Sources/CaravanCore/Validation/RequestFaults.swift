extension WeekInspection {
    /// One of the three pools of members.
    mutating func members(_ pool: Pool) {
        let members = inspector.things(document, pool.rawValue, in: "members", optional: true)
        let (known, calendar) = (inspector.known, calendar)
        for (path, member) in members {
            inspector.value(member, path, "name", .text, optional: true)
            inspector.reference(member, path, "base", .township) { known["townships"]?[Name($0)] != nil }
            inspector.references(member, path, "away", .slot, known: calendar.has(instance:))
            if let skills = inspector.value(member, path, "skills", .map)?.object {
                for skill in skills.keys { inspector.number(skills, "\(path).skills", skill, .count, in: 1...5) }
            }
            inspector.value(member, path, "maxPerDay", .count)
            inspector.value(member, path, "maxPerWeek", .count)
            inspector.value(member, path, "maxMinutes", .number)
            inspector.value(member, path, "fee", .number)
            if edition == .second { ownership(of: member, path) }
        }
    }

    /// `requests`.
    mutating func requests() {
        let requests = inspector.things(document, "requests")
        let (known, calendar, audiences) = (inspector.known, calendar, audiences)
        for (path, request) in requests {
            inspector.value(request, path, "title", .text, optional: true)
            inspector.reference(request, path, "fund", .fund) { known["funds"]?[Name($0)] != nil }
            inspector.reference(request, path, "audience", .audience) { audiences.contains(Name($0)) }
            inspector.value(request, path, "topic", .name)
            inspector.value(request, path, "format", .name)
            inspector.references(request, path, "townships", .township, optional: false, atLeast: 1) {
                known["townships"]?[Name($0)] != nil
            }
            inspector.value(request, path, "attendance", .count)
            inspector.number(request, path, "duration", .count, in: 1...Double(max(1, slotsPerDate)))
            needs(request, path)
            inspector.references(request, path, "venueKinds")
            inspector.references(request, path, "equipment")
            inspector.references(request, path, "slots", .slot, known: calendar.has(instance:))
            inspector.references(request, path, "preferredSlots", .slot, known: calendar.has(instance:))
            inspector.value(request, path, "value", .number)
            inspector.value(request, path, "cost", .number)
            inspector.references(request, path, "after", .request) { known["requests"]?[Name($0)] != nil }
            if let after = request["after"]?.array, after.contains(request["id"] ?? .null) {
                inspector.fault("\(path).after", .itself)
            }
            if edition == .second { second(request, path) }
        }
    }

    /// The `needs` of a request, or of its relay.
    mutating func needs(_ request: JSONObject, _ path: String, optional: Bool = false) {
        for (here, need) in inspector.parts(request, path, "needs", optional: optional) {
            inspector.reference(need, here, "pool", .pool) { Pool(rawValue: $0) != nil }
            inspector.value(need, here, "skill", .name)
            inspector.number(need, here, "level", .count, in: 1...5)
            if inspector.value(need, here, "count", .count)?.number == 0 {
                inspector.fault("\(here).count", .notAboveZero)
            }
        }
    }
}
