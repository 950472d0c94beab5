import CaravanLanguage

/// What only a request of the second edition has.
extension WeekInspection {
    mutating func second(_ request: JSONObject, _ path: String) {
        inspector.value(request, path, "crowd", .name, optional: true)
        inspector.value(request, path, "dropIn", .bool, optional: true)
        dates(of: request, path)
        department(request, path, "department")
        payers(of: request, path)
        relay(of: request, path)
    }

    /// `lasts`: no longer than the week.
    private mutating func dates(of request: JSONObject, _ path: String) {
        let most = calendar.dateCount > 0 ? Double(calendar.dateCount) : 14
        guard let dates = inspector.value(request, path, "lasts", .count, optional: true)?.number else { return }
        if dates == 0 { inspector.fault("\(path).lasts", .notAboveZero) }
        if dates > most { inspector.fault("\(path).lasts", .staysTooLong(dates, week: most)) }
    }

    /// `pays`: different funds whose shares add up to one.
    private mutating func payers(of request: JSONObject, _ path: String) {
        let known = inspector.known["funds"] ?? [:]
        var (shares, funds): (Double, Set<Name>) = (0, [])
        for (here, payer) in inspector.parts(request, path, "pays", optional: true) {
            inspector.reference(payer, here, "fund", .fund) { known[Name($0)] != nil }
            let share = inspector.value(payer, here, "share", .number)?.number
            if share == 0 { inspector.fault("\(here).share", .notAboveZero) }
            let fund = spelling(of: payer["fund"])
            if !funds.insert(Name(fund)).inserted { inspector.fault("\(here).fund", .paysTwice(fund)) }
            shares += share ?? 0
        }
        if request["pays"]?.array != nil, (shares - 1).magnitude > 1e-9 {
            inspector.fault("\(path).pays", .sharesSumTo(shares))
        }
    }

    private mutating func relay(of request: JSONObject, _ path: String) {
        guard let relay = inspector.value(request, path, "relay", .map, optional: true)?.object else { return }
        let (here, known) = ("\(path).relay", inspector.known["townships"] ?? [:])
        inspector.references(relay, here, "townships", .township, optional: false, atLeast: 1) {
            known[Name($0)] != nil
        }
        inspector.value(relay, here, "attendance", .count)
        needs(relay, here, optional: true)
        let most = inspector.value(relay, here, "most", .count)?.number
        let wanted = inspector.value(relay, here, "wanted", .count, optional: true)?.number
        if let most, let wanted, wanted > most { inspector.fault("\(here).wanted", .moreWanted(wanted, most: most)) }
        inspector.value(relay, here, "value", .number, optional: true)
        inspector.value(relay, here, "cost", .number, optional: true)
        inspector.number(relay, here, "credit", .number, in: 0...1, optional: true)
        for key in ["venueKinds", "equipment", "liveEquipment"] { inspector.references(relay, here, key) }
    }
}
