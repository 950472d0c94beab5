import CaravanLanguage

extension WeekInspection {
    /// `targets` or `caps`.
    mutating func rules(_ name: String, threshold: String) {
        let rules = inspector.things(document, name, optional: true)
        for (path, rule) in rules {
            let edition = edition
            inspector.references(rule, path, "per", .key, optional: false) { GroupingKey($0, in: edition) != nil }
            clauses(rule, path)
            inspector.reference(rule, path, "measure", .measure) { Measure(rawValue: $0) != nil }
            inspector.value(rule, path, threshold, .number)
            inspector.value(rule, path, "weight", .number, optional: name == "caps")
            if edition == .second { memory(of: rule, path) }
            guard name == "targets" else { continue }
            let scaled = inspector.value(rule, path, "scaled", .bool, optional: true)?.bool ?? false
            let perTownship = rule["per"]?.array?.contains(.string("township")) ?? false
            if scaled && !perTownship { inspector.fault("\(path).scaled", .scaledWithoutTownship) }
        }
    }

    /// Earlier weeks had other dates.
    private mutating func memory(of rule: JSONObject, _ path: String) {
        guard inspector.value(rule, path, "memory", .bool, optional: true)?.bool == true else { return }
        let perDate = rule["per"]?.array?.contains(.string("date")) ?? false
        if perDate || rule["where"]?["date"] != nil { inspector.fault("\(path).memory", .memoryOfDates) }
    }

    /// The `where` of a target or cap.
    private mutating func clauses(_ rule: JSONObject, _ path: String) {
        guard let clauses = inspector.value(rule, path, "where", .map, optional: true)?.object else { return }
        for name in clauses.keys {
            if let key = GroupingKey(name, in: edition) {
                inspector.references(clauses, "\(path).where", name, key.word, known: values(of: key))
            } else {
                inspector.fault("\(path).where.\(name)", .unknown(.key, name))
            }
        }
    }

    /// Which values a key may be compared with; nil: any text.
    private func values(of key: GroupingKey) -> ((String) -> Bool)? {
        let (known, calendar, counties, audiences) = (inspector.known, calendar, counties, audiences)
        switch key {
        case .township: return { known["townships"]?[Name($0)] != nil }
        case .county: return { counties.contains(Name($0)) }
        case .date: return { calendar.has(date: $0) }
        case .audience: return { audiences.contains(Name($0)) }
        case .fund: return { known["funds"]?[Name($0)] != nil }
        case .department: return { known["departments"]?[Name($0)] != nil }
        case .topic, .format: return nil
        }
    }

    /// `pins`.
    mutating func pins() {
        let (known, calendar) = (inspector.known, calendar)
        for (path, pin) in inspector.things(document, "pins", optional: true, named: false) {
            inspector.reference(pin, path, "request", .request) { known["requests"]?[Name($0)] != nil }
            inspector.reference(pin, path, "start", .slot, optional: true, known: calendar.has(instance:))
            inspector.reference(pin, path, "township", .township, optional: true) {
                known["townships"]?[Name($0)] != nil
            }
            inspector.reference(pin, path, "venue", .venue, optional: true) { known["venues"]?[Name($0)] != nil }
            inspector.references(pin, path, "crew", .member) { known["members"]?[Name($0)] != nil }
            if edition == .second { sites(of: pin, path) }
        }
    }

    /// The `sites` of a pin.
    private mutating func sites(of pin: JSONObject, _ path: String) {
        let known = inspector.known
        var townships: Set<Name> = []
        let sites = inspector.parts(pin, path, "sites", optional: true)
        for (here, site) in sites {
            inspector.reference(site, here, "township", .township) { known["townships"]?[Name($0)] != nil }
            inspector.reference(site, here, "venue", .venue, optional: true) { known["venues"]?[Name($0)] != nil }
            inspector.references(site, here, "crew", .member) { known["members"]?[Name($0)] != nil }
            let township = spelling(of: site["township"])
            if !townships.insert(Name(township)).inserted { inspector.fault("\(here).township", .siteTwice(township)) }
        }
        if !sites.isEmpty, let request = pin["request"]?.string.flatMap({ requestsByID[Name($0)] }),
            request["relay"] == nil
        {
            inspector.fault("\(path).sites", .noRelay)
        }
    }
}

extension GroupingKey {
    /// The word for what it groups by.
    fileprivate var word: Word {
        switch self {
        case .township: .township
        case .county: .county
        case .date: .date
        case .audience: .audience
        case .topic: .topic
        case .format: .format
        case .fund: .fund
        case .department: .department
        }
    }
}
