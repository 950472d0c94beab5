/// Finds every structural fault of a week document (domain, section 1).
public enum WeekValidator {
    /// The faults, in the order of the document; empty when it is sound. Unknown extra fields are let be.
    ///
    /// A document without any other fault is also held against `SizeLimits`: what is listed as sound can be read into a
    /// `Week` and worked on without exhausting anything.
    /// - Parameter stored: Whether an earlier program took the document in: then rules that came since are let be, as far
    ///   as the week can be read, shown and told of all the same.
    public static func faults(in document: JSON, stored: Bool = false) -> [Fault] {
        guard let object = document.object else { return [Fault(path: "", .notObject)] }
        var inspection = WeekInspection(document: object, stored: stored)
        inspection.run()
        let faults = inspection.inspector.faults
        return faults.isEmpty ? SizeLimits.faults(inSound: document) : faults
    }
}

/// One walk over a week document: what later parts refer to is gathered on the way.
struct WeekInspection {
    let document: JSONObject
    /// What fields there are; a document of neither edition is read as one of the first.
    let edition: Edition
    var inspector: DocumentInspector
    var calendar = AnnouncedCalendar()
    var slotsPerDate = 0
    var audiences: Set<Name> = []
    var counties: Set<Name> = []
    /// The requests that have an identifier, by it; of several the last.
    let requestsByID: [Name: JSONObject]

    init(document: JSONObject, stored: Bool) {
        self.document = document
        edition = Edition(ofWeek: .object(document)) ?? .first
        inspector = DocumentInspector(stored: stored)
        let requests = (document["requests"]?.array ?? []).compactMap(\.object)
        let named = requests.compactMap { request in request["id"]?.string.map { (Name($0), request) } }
        requestsByID = edition == .second ? Dictionary(named) { $1 } : [:]
    }

    mutating func run() {
        header()
        let departments = edition == .second ? departments() : []
        funds()
        townships()
        for (path, department) in departments { home(of: department, path) }
        travel()
        venues()
        for pool in Pool.allCases { members(pool) }
        requests()
        rules("targets", threshold: "atLeast")
        rules("caps", threshold: "atMost")
        pins()
        if edition == .second {
            series()
            history()
        }
        weights()
    }

    private mutating func header() {
        if Edition(ofWeek: .object(document)) == nil {
            inspector.fault("format", .neitherFormat(Edition.first.weekFormat, Edition.second.weekFormat))
        }
        inspector.value(document, "", "id", .id)
        inspector.value(document, "", "title", .text, optional: true)
        let zone = inspector.value(document, "", "timezone", .name)?.string
        if let zone, !inspector.stored, !TimeZoneName.isKnown(zone) {
            let name = String(zone.prefix(60))
            inspector.fault("timezone", .noTimeZone(name, near: TimeZoneName.near(name)))
        }
        let (first, days) = dates()
        let (names, count) = slots()
        calendar = AnnouncedCalendar(first: first, days: days, slotNames: names)
        slotsPerDate = count
        for (position, item) in (inspector.value(document, "", "audiences", .list)?.array ?? []).enumerated() {
            guard let name = item.string, isIdentifier(name) else {
                inspector.fault("audiences[\(position)]", .notIdentifier)
                continue
            }
            if !audiences.insert(Name(name)).inserted {
                inspector.fault("audiences[\(position)]", .listedTwice(name))
            }
        }
    }

    private mutating func funds() {
        for (path, fund) in inspector.things(document, "funds") {
            inspector.value(fund, path, "name", .text, optional: true)
            inspector.value(fund, path, "limit", .number)
            if edition == .second { origin(of: fund, path) }
        }
    }

    private mutating func weights() {
        guard let weights = inspector.value(document, "", "weights", .map, optional: true)?.object else { return }
        let names = ["km", "preference", "drop", "move", "venue", "crew"] + (edition == .second ? ["yuan"] : [])
        for name in weights.keys {
            if names.contains(name) {
                inspector.value(weights, "weights", name, .number)
            } else {
                inspector.fault("weights.\(name)", .unknownWeight(name))
            }
        }
    }
}
