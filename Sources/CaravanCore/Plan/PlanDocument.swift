import CaravanLanguage

/// A plan document breaks rules of its structure; every fault is listed.
public struct PlanFaults: Error, Sendable, Equatable {
    /// The faults, in the order of the document.
    public let faults: [Fault]

    /// These faults.
    public init(_ faults: [Fault]) { self.faults = faults }
}

extension Plan {
    /// Reads a plan document (domain, section 5). Only `sessions` must be there; what the document does not state, or
    /// states as `null`, stays unstated, an absent `week` as the empty text. Nothing is checked against a week. Without a
    /// `format` it is of the second edition if a session has `sites`.
    /// - Throws: `PlanFaults` listing every fault with its path.
    public init(document: JSON) throws(PlanFaults) {
        var reader = PlanReader()
        let plan = reader.plan(document)
        if !reader.inspector.faults.isEmpty { throw PlanFaults(reader.inspector.faults) }
        self = plan
    }

    /// The plan document, fields in the order of domain, section 5, then `commitment`; what is not stated is left out.
    public var document: JSON {
        var fields: [(String, JSON)] = [("format", .string(edition.planFormat))]
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

    /// The same plan with its sessions ordered by start in time, then by request id, and their sites by township id; starts
    /// that the week has not come first.
    public func sorted(by week: Week) -> Plan {
        var plan = self
        let keyed = sessions.map { (week.calendar.instance(named: $0.start) ?? -1, $0) }
        plan.sessions = keyed.sorted { ($0.0, Name($0.1.request)) < ($1.0, Name($1.1.request)) }.map(\.1)
        for session in plan.sessions.indices {
            plan.sessions[session].sites.sort { Name($0.township) < Name($1.township) }
        }
        return plan
    }
}

extension Session {
    /// The session as it stands in a plan document.
    public var document: JSON {
        var fields = JSONObject([
            ("request", .string(request)), ("start", .string(start)), ("township", .string(township)),
            ("venue", .string(venue)), ("crew", .strings(crew)),
        ])
        if !sites.isEmpty { fields["sites"] = .array(sites.map(\.document)) }
        return .object(fields)
    }
}

extension Site {
    /// The site as it stands in a plan document.
    public var document: JSON {
        ["township": .string(township), "venue": .string(venue), "crew": .strings(crew)]
    }
}

extension Terms {
    /// The terms as they stand in a plan document.
    public var document: JSON { .object(JSONObject(named.map { ($0.name, .figure($0.points)) })) }
}
