import CaravanLanguage

/// What departments own, pay and lend; the second edition has them.
extension WeekInspection {
    /// `departments`, but for their counties, which are not known yet.
    mutating func departments() -> [(path: String, object: JSONObject)] {
        let departments = inspector.things(document, "departments", optional: true)
        for (path, department) in departments {
            inspector.value(department, path, "name", .text, optional: true)
            inspector.value(department, path, "code", .text, optional: true)
        }
        if departments.count > 50 { inspector.fault("departments", .moreThan(50)) }
        return departments
    }

    /// The county of a department.
    mutating func home(of department: JSONObject, _ path: String) {
        let counties = counties
        inspector.reference(department, path, "county", .county, optional: true) { counties.contains(Name($0)) }
    }

    /// Whose money a fund is, and where it comes from.
    mutating func origin(of fund: JSONObject, _ path: String) {
        department(fund, path, "department")
        inspector.reference(fund, path, "source", .source, optional: true) { FundSource(rawValue: $0) != nil }
    }

    /// Whose a venue or member is, and to whom it is lent.
    mutating func ownership(of thing: JSONObject, _ path: String) {
        department(thing, path, "owner")
        guard let lend = inspector.value(thing, path, "lend", .map, optional: true)?.object else { return }
        let (here, known) = ("\(path).lend", inspector.known["departments"] ?? [:])
        if thing["owner"] == nil { inspector.fault(here, .lentByNobody) }
        if lend["to"] != ["*"] {
            inspector.references(lend, here, "to", .department, optional: false) { known[Name($0)] != nil }
        }
        inspector.value(lend, here, "most", .count, optional: true)
        inspector.value(lend, here, "fee", .number, optional: true)
    }

    /// A field that may name a department.
    mutating func department(_ object: JSONObject, _ path: String, _ key: String) {
        let known = inspector.known["departments"] ?? [:]
        inspector.reference(object, path, key, .department, optional: true) { known[Name($0)] != nil }
    }
}
