extension Request {
    /// Its stored properties.
    enum Field: String, CaseIterable {
        case id, title, fund, audience, topic, format, townships, attendance, duration, needs, venueKinds, equipment
        case allowed, preferred, value, cost, after, department, crowd, dropIn, lasts, relay, payers
    }

    func directions(of field: Field, to edited: Request) -> Directions {
        switch field {
        case .id: .other(id, edited.id)
        case .title: []
        case .fund: .other(fund, edited.fund)
        case .audience: .other(audience, edited.audience)
        case .topic: .other(topic, edited.topic)
        case .format: .other(format, edited.format)
        case .townships:
            .elements(Set(townships), Set(edited.townships), further: .looser).orNeutral(townships, edited.townships)
        case .attendance: .other(attendance, edited.attendance)
        case .duration: .other(duration, edited.duration)
        case .needs: Need.directions(needs, edited.needs)
        case .venueKinds: Self.kinds(venueKinds, edited.venueKinds)
        case .equipment: .elements(equipment, edited.equipment, further: .tighter)
        case .allowed: Self.slots(allowed, edited.allowed, further: .looser)
        case .preferred: Self.slots(preferred, edited.preferred, further: .cheaper)
        case .value: .amount(value, edited.value, more: .dearer)
        case .cost: .amount(cost, edited.cost, more: .tighter)
        case .after: .elements(Set(after), Set(edited.after), further: .tighter)
        case .department: .other(department, edited.department)
        case .crowd: .other(crowd, edited.crowd)
        case .dropIn: dropIn == edited.dropIn ? [] : edited.dropIn ? .looser : .tighter
        case .lasts: .other(lasts, edited.lasts)
        case .relay: Relay.directions(relay, edited.relay)
        case .payers: .elements(Set(payers), Set(edited.payers), further: .other).orNeutral(payers, edited.payers)
        }
    }

    /// No kinds at all allow any.
    static func kinds(_ a: Set<Name>, _ b: Set<Name>) -> Directions {
        if a.isEmpty || b.isEmpty { return a == b ? [] : a.isEmpty ? .tighter : .looser }
        return .elements(a, b, further: .looser)
    }

    /// Flags by slot instance; none at all are all of them.
    private static func slots(_ a: [Bool]?, _ b: [Bool]?, further meaning: Directions) -> Directions {
        let all = [Bool](repeating: true, count: (a ?? b ?? []).count)
        return .flags(a ?? all, b ?? all, further: meaning).orNeutral(a, b)
    }
}

extension Need {
    /// Its stored properties.
    enum Field: String, CaseIterable { case pool, skill, level, count }

    func directions(of field: Field, to edited: Need) -> Directions {
        switch field {
        case .pool: .other(pool, edited.pool)
        case .skill: .other(skill, edited.skill)
        case .level: .amount(level, edited.level, more: .tighter)
        case .count: .other(count, edited.count)
        }
    }

    /// Needs are compared one by one, in their order.
    static func directions(_ a: [Need], _ b: [Need]) -> Directions {
        if a.count != b.count { return .other }
        return zip(a, b).reduce(into: []) { result, need in
            for field in Field.allCases { result.formUnion(need.0.directions(of: field, to: need.1)) }
        }
    }
}

extension Pin {
    /// Its stored properties.
    enum Field: String, CaseIterable { case request, start, township, venue, crew, sites }

    /// What it demands of each property, by names; pins with the same names demand the same.
    func demand(in week: Week) -> [[String]] {
        Field.allCases.map { field in
            switch field {
            case .request: [week.requests[request].id]
            case .start: start.map { [week.calendar.name(of: $0)] } ?? []
            case .township: township.map { [week.townships[$0].id] } ?? []
            case .venue: venue.map { [week.venues[$0].id] } ?? []
            case .crew: Set(crew.map { week.members[$0].id }).sorted()
            case .sites: sites.sorted { $0.township < $1.township }.flatMap { $0.demand(in: week) }
            }
        }
    }
}

extension PinnedSite {
    /// Its stored properties.
    enum Field: String, CaseIterable { case township, venue, crew }

    /// What it demands of each property, by names.
    fileprivate func demand(in week: Week) -> [String] {
        Field.allCases.flatMap { field -> [String] in
            switch field {
            case .township: [week.townships[township].id]
            case .venue: [venue.map { week.venues[$0].id } ?? ""]
            case .crew: [Set(crew.map { week.members[$0].id }).sorted().joined(separator: " ")]
            }
        }
    }
}
