import CaravanLanguage

/// One edit of a list, applied to a week that is being edited.
struct Edit {
    let fields: JSONObject
    let index: Int

    /// Applies the edit.
    /// - Throws: `EditError` with the edit's index.
    mutating func apply(to week: inout EditedWeek) throws(EditError) {
        switch try text("op") {
        case "away": try away(&week)
        case "close": try close(&week)
        case "closeTownship": try closeTownship(&week)
        case "withdraw":
            let id = try text("request")
            week.withdraw(id, at: try find(.request, id, &week))
        case "add": try add(&week)
        case "change": try change(&week)
        case "limit": try limit(&week)
        case "pin":
            _ = try find(.request, try text("request"), &week)
            week.pin(.object(JSONObject(fields.fields.filter { $0.key != "op" }.map { ($0.key, $0.value) })))
        case "unpin":
            let id = try text("request")
            _ = try find(.request, id, &week)
            week.removePins(of: id)
        case "remember" where week.edition == .second: try remember(&week)
        case "forget" where week.edition == .second:
            let label = try text("label")
            if !week.labels.contains(Name(label)) { throw refusal(.noHistory(label)) }
            week.forget(label)
        case let other: throw refusal(.unknownOperation(String(other.prefix(60))))
        }
    }

    private func away(_ week: inout EditedWeek) throws(EditError) {
        let id = try text("member")
        for kind in ThingKind.members {
            if let position = week.find(kind, id) { return try block("away", of: kind, at: position, &week) }
        }
        throw refusal(.noMember(id))
    }

    private func close(_ week: inout EditedWeek) throws(EditError) {
        try block("closed", of: .venue, at: try find(.venue, try text("venue"), &week), &week)
    }

    private func closeTownship(_ week: inout EditedWeek) throws(EditError) {
        let id = try text("township")
        _ = try find(.township, id, &week)
        _ = try slots(in: week)
        for (position, venue) in week.things(.venue).enumerated() where venue["township"] == .string(id) {
            try block("closed", of: .venue, at: position, &week)
        }
    }

    private func block(
        _ field: String, of kind: ThingKind, at position: Int, _ week: inout EditedWeek
    ) throws(EditError) {
        let asked = try slots(in: week)
        if let unknown = week.block(field, of: kind, at: position, asked: asked) {
            throw refusal(.noSlot(String(unknown.prefix(60))))
        }
    }

    private func remember(_ week: inout EditedWeek) throws(EditError) {
        guard let value = fields["value"]?.object else { throw missing("value", .object) }
        guard let label = value["label"]?.string else { throw missing("value.label", .text) }
        if week.labels.contains(Name(label)) { throw refusal(.historyExists(label)) }
        week.remember(.object(value))
    }

    private func add(_ week: inout EditedWeek) throws(EditError) {
        let name = try text("kind")
        guard let value = fields["value"]?.object else { throw missing("value", .object) }
        if name == "pin" {
            guard let id = value["request"]?.string else { throw missing("value.request", .text) }
            _ = try find(.request, id, &week)
            return week.pin(.object(value))
        }
        guard let kind = ThingKind(name, in: week.edition), ThingKind.added.contains(kind) else {
            throw refusal(.notAdded(String(name.prefix(60))))
        }
        guard let id = value["id"]?.string else { throw missing("value.id", .text) }
        if week.find(kind, id) != nil { throw refusal(.exists(kind, id)) }
        week.append(kind, .object(value), id: id)
    }

    private func change(_ week: inout EditedWeek) throws(EditError) {
        let name = try text("kind")
        guard let kind = ThingKind(name, in: week.edition) else {
            throw refusal(.notChanged(String(name.prefix(60))))
        }
        guard let set = fields["set"]?.object else { throw missing("set", .object) }
        if set["id"] != nil { throw refusal(.idStays) }
        week.set(set, of: kind, at: try find(kind, try text("id"), &week))
    }

    private func limit(_ week: inout EditedWeek) throws(EditError) {
        let position = try find(.fund, try text("fund"), &week)
        if let limit = fields["limit"] {
            return week.set(JSONObject([("limit", limit)]), of: .fund, at: position)
        }
        guard let factor = fields["factor"]?.number else { throw missing("factor", .factor) }
        guard let limit = week.things(.fund)[position]["limit"]?.number else {
            throw refusal(.noLimit)
        }
        week.set(JSONObject([("limit", .number(limit * factor))]), of: .fund, at: position)
    }

    /// The slot instances that the edit names; all of the week where it names none.
    private func slots(in week: EditedWeek) throws(EditError) -> [String] {
        guard let value = fields["slots"] else { return week.slots }
        guard let items = value.array else { throw missing("slots", .slots) }
        let names = items.compactMap(\.string)
        guard names.count == items.count else { throw missing("slots", .slots) }
        return names
    }

    private func find(_ kind: ThingKind, _ id: String, _ week: inout EditedWeek) throws(EditError) -> Int {
        guard let position = week.find(kind, id) else { throw refusal(.unknown(kind, id)) }
        return position
    }

    private func text(_ key: String) throws(EditError) -> String {
        guard let text = fields[key]?.string else { throw missing(key, .text) }
        return text
    }

    private func missing(_ key: String, _ kind: EditValueKind) -> EditError {
        refusal(fields[key] == nil ? .missing(key) : .wrongKind(key, kind))
    }

    private func refusal(_ fault: EditFault) -> EditError { EditError(fault, index: index) }
}
