extension SlotCalendar {
    /// Its stored properties.
    enum Field: String, CaseIterable { case dates, slots, numbers }

    func directions(of field: Field, to edited: SlotCalendar) -> Directions {
        switch field {
        case .dates: .other(dates, edited.dates)
        case .slots: .other(slots, edited.slots)
        // Follow from dates and slots.
        case .numbers: []
        }
    }
}

extension Fund {
    /// Its stored properties.
    enum Field: String, CaseIterable { case id, name, limit, department, source }

    func directions(of field: Field, to edited: Fund) -> Directions {
        switch field {
        case .id: .other(id, edited.id)
        case .name: []
        case .limit: .amount(limit, edited.limit, more: .looser)
        // What counts are the departments of requests.
        case .department: .neutral(department, edited.department)
        // For people.
        case .source: []
        }
    }
}

extension Department {
    /// Its stored properties.
    enum Field: String, CaseIterable { case id, name, code, county }

    func directions(of field: Field, to edited: Department) -> Directions {
        switch field {
        case .id: .other(id, edited.id)
        // For people.
        case .name, .code, .county: []
        }
    }
}

extension Township {
    /// Its stored properties.
    enum Field: String, CaseIterable { case id, name, county, latitude, longitude, population }

    func directions(of field: Field, to edited: Township) -> Directions {
        switch field {
        case .id: .other(id, edited.id)
        case .name: []
        case .county: .other(county, edited.county)
        // Distances are compared by themselves, and so are the weights of scaled targets.
        case .latitude: .neutral(latitude, edited.latitude)
        case .longitude: .neutral(longitude, edited.longitude)
        case .population: .neutral(population, edited.population)
        }
    }
}

extension Venue {
    /// Its stored properties.
    enum Field: String, CaseIterable {
        case id, name, township, kind, capacity, equipment, closed, cost, parallel, ownership
    }

    func directions(of field: Field, to edited: Venue) -> Directions {
        switch field {
        case .id: .other(id, edited.id)
        case .name: []
        case .township: .other(township, edited.township)
        case .kind: .other(kind, edited.kind)
        case .capacity: .amount(capacity, edited.capacity, more: .looser)
        case .equipment: .elements(equipment, edited.equipment, further: .looser)
        case .closed: .flags(closed, edited.closed, further: .tighter)
        case .cost: .amount(cost, edited.cost, more: .tighter)
        case .parallel: .amount(parallel, edited.parallel, more: .looser)
        case .ownership: Ownership.directions(ownership, edited.ownership)
        }
    }
}

extension Member {
    /// Its stored properties.
    enum Field: String, CaseIterable {
        case id, name, pool, base, skills, away, maxPerDay, maxPerWeek, maxMinutes, fee, ownership
    }

    func directions(of field: Field, to edited: Member) -> Directions {
        switch field {
        case .id: .other(id, edited.id)
        case .name: []
        case .pool: .other(pool, edited.pool)
        case .base: .other(base, edited.base)
        case .skills: Self.directions(skills, edited.skills)
        case .away: .flags(away, edited.away, further: .tighter)
        case .maxPerDay: .amount(maxPerDay, edited.maxPerDay, more: .looser)
        case .maxPerWeek: .amount(maxPerWeek, edited.maxPerWeek, more: .looser)
        case .maxMinutes: .amount(maxMinutes, edited.maxMinutes, more: .looser)
        case .fee: .amount(fee, edited.fee, more: .tighter)
        case .ownership: Ownership.directions(ownership, edited.ownership)
        }
    }

    private static func directions(_ a: [Name: Int], _ b: [Name: Int]) -> Directions {
        Set(a.keys).union(b.keys).reduce(into: Directions()) { result, skill in
            result.formUnion(.amount(a[skill] ?? 0, b[skill] ?? 0, more: .looser))
        }
        .orNeutral(a, b)
    }
}

extension Travel {
    /// Its stored properties.
    enum Field: String, CaseIterable { case fund, speed, roadFactor, buffer, costPerKm }

    func directions(of field: Field, to edited: Travel) -> Directions {
        switch field {
        case .fund: .other(fund, edited.fund)
        // Distances are compared by themselves.
        case .speed: .neutral(speed, edited.speed)
        case .roadFactor: .neutral(roadFactor, edited.roadFactor)
        case .buffer: .neutral(buffer, edited.buffer)
        case .costPerKm: .amount(costPerKm, edited.costPerKm, more: .tighter)
        }
    }
}

extension Leg {
    /// Its stored properties.
    enum Field: String, CaseIterable { case km, minutes }

    func directions(of field: Field, to edited: Leg) -> Directions {
        switch field {
        case .km: .amount(km, edited.km, more: [.tighter, .dearer])
        case .minutes: .amount(minutes, edited.minutes, more: .tighter)
        }
    }
}

extension Weights {
    /// Its stored properties.
    enum Field: String, CaseIterable { case km, preference, drop, move, venue, crew, yuan }

    func directions(of field: Field, to edited: Weights) -> Directions {
        switch field {
        case .km: .amount(km, edited.km, more: .dearer)
        case .preference: .amount(preference, edited.preference, more: .dearer)
        case .drop: .amount(drop, edited.drop, more: .dearer)
        case .move: .amount(move, edited.move, more: .dearer)
        case .venue: .amount(venue, edited.venue, more: .dearer)
        case .crew: .amount(crew, edited.crew, more: .dearer)
        case .yuan: .amount(yuan, edited.yuan, more: .dearer)
        }
    }
}
