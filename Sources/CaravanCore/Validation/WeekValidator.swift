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
    var inspector: DocumentInspector
    var calendar = AnnouncedCalendar()
    var slotsPerDate = 0
    var audiences: Set<Name> = []
    var counties: Set<Name> = []

    init(document: JSONObject, stored: Bool) {
        self.document = document
        inspector = DocumentInspector(stored: stored)
    }

    mutating func run() {
        header()
        funds()
        townships()
        travel()
        venues()
        for pool in Pool.allCases { members(pool) }
        requests()
        rules("targets", threshold: "atLeast")
        rules("caps", threshold: "atMost")
        pins()
        weights()
    }

    private mutating func header() {
        if document["format"]?.string != "caravan-week/1" {
            inspector.fault("format", .format("caravan-week/1"))
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
        }
    }

    private mutating func weights() {
        guard let weights = inspector.value(document, "", "weights", .map, optional: true)?.object else { return }
        let names: Set = ["km", "preference", "drop", "move", "venue", "crew"]
        for name in weights.keys {
            if names.contains(name) {
                inspector.value(weights, "weights", name, .number)
            } else {
                inspector.fault("weights.\(name)", .unknownWeight(name))
            }
        }
    }
}
