import CaravanLanguage

extension WeekInspection {
    /// `history`; the second edition has it.
    mutating func history() {
        let labels = inspector.parts(document, "", "history", optional: true)
        if labels.count > 20 { inspector.fault("history", .moreThan(20)) }
        var known: Set<Name> = []
        for (path, past) in labels {
            let label = inspector.value(past, path, "label", .name)?.string
            inspector.value(past, path, "weight", .number)
            if let label, !known.insert(Name(label)).inserted { inspector.fault("\(path).label", .labelTwice(label)) }
            for (here, entry) in inspector.parts(past, path, "held") { held(entry, here) }
        }
    }

    private mutating func held(_ entry: JSONObject, _ path: String) {
        let (known, audiences) = (inspector.known, audiences)
        inspector.reference(entry, path, "township", .township) { known["townships"]?[Name($0)] != nil }
        inspector.value(entry, path, "sessions", .number)
        inspector.value(entry, path, "attendance", .number)
        inspector.reference(entry, path, "audience", .audience, optional: true) { audiences.contains(Name($0)) }
        inspector.reference(entry, path, "fund", .fund, optional: true) { known["funds"]?[Name($0)] != nil }
        department(entry, path, "department")
        inspector.value(entry, path, "topic", .name, optional: true)
        inspector.value(entry, path, "format", .name, optional: true)
    }
}
