extension WeekInspection {
    /// `townships`, with the counties and audiences they name.
    mutating func townships() {
        for (path, town) in inspector.things(document, "townships", atLeast: 1) {
            inspector.value(town, path, "name", .text, optional: true)
            if let county = inspector.value(town, path, "county", .name)?.string { counties.insert(Name(county)) }
            inspector.number(town, path, "lat", .number, in: -90...90)
            inspector.number(town, path, "lon", .number, in: -180...180)
            guard let population = inspector.value(town, path, "population", .map)?.object else { continue }
            for audience in population.keys {
                if !audiences.contains(Name(audience)) {
                    inspector.fault("\(path).population.\(audience)", .unknown(.audience, audience))
                }
                inspector.value(population, "\(path).population", audience, .number)
            }
        }
    }

    /// `travel` and its legs.
    mutating func travel() {
        guard let travel = inspector.value(document, "", "travel", .map)?.object else { return }
        let known = inspector.known
        inspector.reference(travel, "travel", "fund", .fund) { known["funds"]?[Name($0)] != nil }
        for key in ["speedKmh", "roadFactor", "bufferMinutes", "costPerKm"] {
            let value = inspector.value(travel, "travel", key, key == "bufferMinutes" ? .count : .number)?.number
            if value == 0, key == "speedKmh" || key == "roadFactor" {
                inspector.fault("travel.\(key)", .notAboveZero)
            }
        }
        var pairs: Set<[Name]> = []
        let legs = inspector.value(travel, "travel", "legs", .list, optional: true)?.array ?? []
        for (position, item) in legs.enumerated() {
            let path = "travel.legs[\(position)]"
            guard let leg = item.object else {
                inspector.fault(path, .notObject)
                continue
            }
            inspector.reference(leg, path, "from", .township) { known["townships"]?[Name($0)] != nil }
            inspector.reference(leg, path, "to", .township) { known["townships"]?[Name($0)] != nil }
            inspector.value(leg, path, "km", .number)
            inspector.value(leg, path, "minutes", .number)
            let ends = [spelling(of: leg["from"]), spelling(of: leg["to"])].map { Name($0) }.sorted()
            if ends[0] == ends[1] {
                inspector.fault(path, .sameTownship)
            } else if !pairs.insert(ends).inserted {
                inspector.fault(path, .pairTwice)
            }
        }
    }

    /// What stands for a thing that is named once, as text, whatever it is.
    func spelling(of value: JSON?) -> String {
        guard let value else { return "None" }
        switch value {
        case .string(let id): return id
        case .null: return "None"
        case .bool(let truth): return truth ? "True" : "False"
        default: return value.text
        }
    }

    /// `venues`.
    mutating func venues() {
        let venues = inspector.things(document, "venues")
        let (known, calendar) = (inspector.known, calendar)
        for (path, venue) in venues {
            inspector.value(venue, path, "name", .text, optional: true)
            inspector.reference(venue, path, "township", .township) { known["townships"]?[Name($0)] != nil }
            inspector.value(venue, path, "kind", .name)
            inspector.value(venue, path, "capacity", .count)
            inspector.value(venue, path, "cost", .number)
            inspector.references(venue, path, "equipment", optional: false)
            inspector.references(venue, path, "closed", .slot, known: calendar.has(instance:))
            guard edition == .second else { continue }
            inspector.number(venue, path, "parallel", .count, in: 1...99, optional: true)
            ownership(of: venue, path)
        }
    }
}
