import CaravanLanguage

/// Reads a plan document field by field; faults gather in the inspector.
struct PlanReader {
    var inspector = DocumentInspector()

    mutating func plan(_ document: JSON) -> Plan {
        guard let object = document.object else {
            inspector.fault("", .notObject)
            return Plan(week: "", sessions: [])
        }
        let edition = edition(object)
        let week = stated(object, "week", .text)?.string ?? ""
        return Plan(
            edition: edition, week: week, version: whole(object, "version"), baseline: whole(object, "baseline"),
            sessions: sessions(object, edition), objective: signed(object, "", "objective"),
            bound: signed(object, "", "bound"),
            gap: signed(object, "", "gap"), status: status(object), terms: terms(object, edition),
            commitment: CommitmentFigures(document: object["commitment"]))
    }

    /// What a document without a known `format` must be of the second edition for is that it names sites.
    private mutating func edition(_ object: JSONObject) -> Edition {
        guard let format = object["format"] else {
            let hasSites = (object["sessions"]?.array ?? []).contains { $0["sites"] != nil }
            return hasSites ? .second : .first
        }
        if let edition = Edition.allCases.first(where: { format == .string($0.planFormat) }) { return edition }
        inspector.fault("format", .neitherFormat(Edition.first.planFormat, Edition.second.planFormat))
        return .first
    }

    /// A field's value if it is stated at all.
    private mutating func stated(_ object: JSONObject, _ key: String, _ kind: FieldKind) -> JSON? {
        object[key] == .null ? nil : inspector.value(object, "", key, kind, optional: true)
    }

    private mutating func whole(_ object: JSONObject, _ key: String) -> Int? {
        stated(object, key, .count)?.integer
    }

    /// A number of either sign.
    private mutating func signed(_ object: JSONObject, _ path: String, _ key: String) -> Double? {
        guard let value = object[key], value != .null else { return nil }
        if value.number == nil {
            inspector.fault(
                path.isEmpty ? key : "\(path).\(key)", .wrongKind(.number, found: value.excerpt(60)))
        }
        return value.number
    }

    private mutating func status(_ object: JSONObject) -> PlanStatus? {
        guard let text = stated(object, "status", .text)?.string else { return nil }
        let status = PlanStatus(rawValue: text)
        if status == nil { inspector.fault("status", .neitherStatus(String(text.prefix(60)))) }
        return status
    }

    private mutating func terms(_ object: JSONObject, _ edition: Edition) -> Terms? {
        guard let stated = stated(object, "terms", .map)?.object else { return nil }
        var terms = Terms()
        terms.unserved = signed(stated, "terms", "unserved") ?? 0
        terms.targets = signed(stated, "terms", "targets") ?? 0
        terms.caps = signed(stated, "terms", "caps") ?? 0
        terms.travel = signed(stated, "terms", "travel") ?? 0
        terms.preference = signed(stated, "terms", "preference") ?? 0
        terms.disruption = signed(stated, "terms", "disruption") ?? 0
        if edition == .second, stated["money"] != nil { terms.money = signed(stated, "terms", "money") }
        return terms
    }

    private mutating func sessions(_ object: JSONObject, _ edition: Edition) -> [Session] {
        inspector.things(object, "sessions", named: false).map { path, session in
            Session(
                request: text(session, path, "request"), start: text(session, path, "start"),
                township: text(session, path, "township"), venue: text(session, path, "venue"),
                crew: crew(session, path), sites: edition == .second ? sites(session, path) : [])
        }
    }

    private mutating func sites(_ session: JSONObject, _ path: String) -> [Site] {
        inspector.parts(session, path, "sites", optional: true).map { path, site in
            Site(
                township: text(site, path, "township"), venue: text(site, path, "venue"), crew: crew(site, path))
        }
    }

    private mutating func text(_ session: JSONObject, _ path: String, _ key: String) -> String {
        inspector.value(session, path, key, .text)?.string ?? ""
    }

    private mutating func crew(_ session: JSONObject, _ path: String) -> [String] {
        let items = inspector.value(session, path, "crew", .list)?.array ?? []
        for (position, item) in items.enumerated() where item.string == nil {
            inspector.fault("\(path).crew[\(position)]", .notText)
        }
        return items.compactMap(\.string)
    }
}
