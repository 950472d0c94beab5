extension CoverageRow {
    /// The record of `COVERAGE`; fields that make no sense for the group are left out, what cannot be reckoned is `null`.
    public var record: JSON {
        var fields: [(String, JSON)] = [
            ("by", .string(grouping.rawValue)), ("id", .string(id)), ("name", .string(name)),
            ("sessions", .int(sessions)), ("attendance", .number(attendance)),
        ]
        if let population {
            fields.append(("population", .number(population)))
            fields.append(("perThousand", perThousand.map { .number($0) } ?? .null))
        }
        if let shortfall { fields.append(("shortfall", shortfall.record)) }
        if let load { fields.append(("load", load.record(sessions: sessions))) }
        fields.append(("money", money.record))
        if !audiences.isEmpty {
            let cells = audiences.map { ($0.audience, $0.record) }
            fields.append(("audiences", .object(JSONObject(cells))))
        }
        return .object(JSONObject(fields))
    }
}

extension AudienceCell {
    var record: JSON {
        [
            "sessions": .int(sessions), "attendance": .number(attendance), "population": .number(population),
            "perThousand": perThousand.map { .number($0) } ?? .null,
        ]
    }
}

extension Shortfall {
    var record: JSON {
        let targets = parts.map { part -> JSON in
            [
                "target": .string(part.target), "measure": .string(part.measure.rawValue),
                "units": .figure(part.units), "points": .figure(part.points),
            ]
        }
        return [
            "sessions": .number(units(.sessions)), "attendance": .number(units(.attendance)),
            "points": .figure(points), "targets": .array(targets),
        ]
    }
}

extension Load {
    func record(sessions: Int) -> JSON {
        var fields: [(String, JSON)] = [
            ("used", .int(used)), ("usable", .int(usable)), ("share", share.map { .figure($0) } ?? .null),
        ]
        if let maxPerWeek {
            fields.append(("sessions", .int(sessions)))
            fields.append(("maxPerWeek", .int(maxPerWeek)))
        }
        return .object(JSONObject(fields))
    }
}

extension Money {
    var record: JSON {
        var fields: [(String, JSON)] = [
            ("charged", .figure(sessions + trips)), ("sessions", .figure(sessions)), ("trips", .figure(trips)),
        ]
        if let limit { fields.append(("limit", .number(limit))) }
        return .object(JSONObject(fields))
    }
}
