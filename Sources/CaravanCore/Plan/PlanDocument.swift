import CaravanLanguage

/// A plan document breaks rules of its structure; every fault is listed.
public struct PlanFaults: Error, Sendable, Equatable {
    /// The faults, in the order of the document.
    public let faults: [Fault]

    /// These faults.
    public init(_ faults: [Fault]) { self.faults = faults }
}

extension Plan {
    /// The value of the field `format`.
    public static let format = "caravan-plan/1"

    /// Reads a plan document (domain, section 5). Only `sessions` must be there; what the document does not state, or
    /// states as `null`, stays unstated, an absent `week` as the empty text. Nothing is checked against a week.
    /// - Throws: `PlanFaults` listing every fault with its path.
    public init(document: JSON) throws(PlanFaults) {
        var reader = PlanReader()
        let plan = reader.plan(document)
        if !reader.inspector.faults.isEmpty { throw PlanFaults(reader.inspector.faults) }
        self = plan
    }

    /// The plan document, fields in the order of domain, section 5, then `commitment`; what is not stated is left out.
    public var document: JSON {
        var fields: [(String, JSON)] = [("format", .string(Self.format))]
        if !week.isEmpty { fields.append(("week", .string(week))) }
        if let version { fields.append(("version", .int(version))) }
        if let baseline { fields.append(("baseline", .int(baseline))) }
        fields.append(("sessions", .array(sessions.map(\.document))))
        if let objective { fields.append(("objective", .figure(objective))) }
        if let bound { fields.append(("bound", .figure(bound))) }
        if let gap { fields.append(("gap", .figure(gap))) }
        if let status { fields.append(("status", .string(status.rawValue))) }
        if let terms { fields.append(("terms", terms.document)) }
        if let commitment { fields.append(("commitment", commitment.document)) }
        return .object(JSONObject(fields))
    }

    /// The same plan with its sessions ordered by start in time, then by request id; starts that the week has not come
    /// first.
    public func sorted(by week: Week) -> Plan {
        var plan = self
        let keyed = sessions.map { (week.calendar.instance(named: $0.start) ?? -1, $0) }
        plan.sessions = keyed.sorted { ($0.0, Name($0.1.request)) < ($1.0, Name($1.1.request)) }.map(\.1)
        return plan
    }
}

extension Session {
    /// The session as it stands in a plan document.
    public var document: JSON {
        [
            "request": .string(request), "start": .string(start), "township": .string(township),
            "venue": .string(venue), "crew": .strings(crew),
        ]
    }
}

extension Terms {
    /// The terms as they stand in a plan document.
    public var document: JSON { .object(JSONObject(named.map { ($0.name, .figure($0.points)) })) }
}

/// Reads a plan document field by field; faults gather in the inspector.
private struct PlanReader {
    var inspector = DocumentInspector()

    mutating func plan(_ document: JSON) -> Plan {
        guard let object = document.object else {
            inspector.fault("", .notObject)
            return Plan(week: "", sessions: [])
        }
        if let format = object["format"], format.string != Plan.format {
            inspector.fault("format", .format(Plan.format))
        }
        let week = stated(object, "week", .text)?.string ?? ""
        return Plan(
            week: week, version: whole(object, "version"), baseline: whole(object, "baseline"),
            sessions: sessions(object), objective: signed(object, "", "objective"), bound: signed(object, "", "bound"),
            gap: signed(object, "", "gap"), status: status(object), terms: terms(object),
            commitment: CommitmentFigures(document: object["commitment"]))
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

    private mutating func terms(_ object: JSONObject) -> Terms? {
        guard let stated = stated(object, "terms", .map)?.object else { return nil }
        var terms = Terms()
        terms.unserved = signed(stated, "terms", "unserved") ?? 0
        terms.targets = signed(stated, "terms", "targets") ?? 0
        terms.caps = signed(stated, "terms", "caps") ?? 0
        terms.travel = signed(stated, "terms", "travel") ?? 0
        terms.preference = signed(stated, "terms", "preference") ?? 0
        terms.disruption = signed(stated, "terms", "disruption") ?? 0
        return terms
    }

    private mutating func sessions(_ object: JSONObject) -> [Session] {
        inspector.things(object, "sessions", named: false).map { path, session in
            Session(
                request: text(session, path, "request"), start: text(session, path, "start"),
                township: text(session, path, "township"), venue: text(session, path, "venue"),
                crew: crew(session, path))
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
