import CaravanLanguage

/// A week document while it is edited: its lists are taken apart, so that an edit touches one thing and finds it by
/// identifier without a scan.
struct EditedWeek {
    /// What the document can say.
    let edition: Edition
    /// Names of all slot instances, in time order.
    let slots: [String]
    private let slotNames: Set<Name>
    private var root: JSONObject
    private var lists: [ThingKind: [JSON]] = [:]
    private var positions: [ThingKind: [Name: Int]] = [:]
    /// Pins; nil where the document has no such field.
    private(set) var pins: [JSON]?

    init(_ document: JSON) {
        edition = Edition(ofWeek: document) ?? .first
        root = document.object ?? JSONObject()
        for kind in ThingKind.known(in: edition) { lists[kind] = document[kind.list]?.array }
        pins = document["pins"]?.array
        let names = document.list("slots").map { $0.text("id") }
        let first = CivilDate(document.text("start")) ?? .epoch
        let days = min(document.count("days"), 14)
        slots = (0..<days).flatMap { day in names.map { "\(first.adding(days: day).text).\($0)" } }
        slotNames = slots.names
    }

    /// The document as edited.
    var document: JSON {
        var root = root
        for kind in ThingKind.known(in: edition) { if let items = lists[kind] { root[kind.list] = .array(items) } }
        if let pins { root["pins"] = .array(pins) }
        return .object(root)
    }

    /// The things of a kind.
    func things(_ kind: ThingKind) -> [JSON] { lists[kind] ?? [] }

    /// Where a thing stands in its list.
    mutating func find(_ kind: ThingKind, _ id: String) -> Int? {
        if positions[kind] == nil {
            let ids = things(kind).enumerated().map { (Name($1["id"]?.string ?? ""), $0) }
            positions[kind] = Dictionary(ids) { first, _ in first }
        }
        return positions[kind]?[Name(id)]
    }

    /// Sets fields of a thing.
    mutating func set(_ fields: JSONObject, of kind: ThingKind, at position: Int) {
        guard var thing = lists[kind]?[position].object else { return }
        for (key, value) in fields.fields { thing[key] = value }
        lists[kind]?[position] = .object(thing)
    }

    /// Puts another thing of the same identifier in a thing's place.
    mutating func replace(_ kind: ThingKind, at position: Int, with thing: JSON) { lists[kind]?[position] = thing }

    /// Adds a thing at the end of its list.
    mutating func append(_ kind: ThingKind, _ thing: JSON, id: String) {
        let position = things(kind).count
        positions[kind]?[Name(id)] = position
        lists[kind, default: []].append(thing)
    }

    /// Takes a request out, with its pins and every mention of it in `after`.
    mutating func withdraw(_ id: String, at position: Int) {
        lists[.request]?.remove(at: position)
        positions[.request] = nil
        removePins(of: id)
        if edition == .second { leaveSeries(id) }
        for (at, request) in things(.request).enumerated() {
            guard let after = request["after"]?.array, after.contains(.string(id)) else { continue }
            set(JSONObject([("after", .array(after.filter { $0 != .string(id) }))]), of: .request, at: at)
        }
    }

    /// Takes a request out of its series; one left with fewer than two requests goes.
    private mutating func leaveSeries(_ id: String) {
        guard let all = lists[.series] else { return }
        let left = all.map { series -> JSON in
            guard var fields = series.object, let requests = fields["requests"]?.array else { return series }
            fields["requests"] = .array(requests.filter { $0 != .string(id) })
            return .object(fields)
        }
        lists[.series] = left.filter { $0.list("requests").count > 1 }
        positions[.series] = nil
    }

    /// The labels of the history.
    var labels: Set<Name> { (root["history"]?.array ?? []).map { $0.text("label") }.names }

    /// Adds what an earlier week held.
    mutating func remember(_ past: JSON) { root["history"] = .array((root["history"]?.array ?? []) + [past]) }

    /// Takes what an earlier week held out again.
    mutating func forget(_ label: String) {
        root["history"] = .array((root["history"]?.array ?? []).filter { $0["label"] != .string(label) })
    }

    /// Adds a pin.
    mutating func pin(_ pin: JSON) {
        if pins == nil { pins = [] }
        pins?.append(pin)
    }

    /// Takes the pins of a request away; afterwards the document has a list of pins in any case.
    mutating func removePins(of request: String) {
        pins = (pins ?? []).filter { $0["request"] != .string(request) }
    }

    /// Adds slot instances to a list of closed or away ones, which is kept in time order.
    /// - Returns: The first asked one that the week has not, if any; then nothing is changed.
    mutating func block(_ field: String, of kind: ThingKind, at position: Int, asked: [String]) -> String? {
        if let unknown = asked.first(where: { !slotNames.contains(Name($0)) }) { return unknown }
        let blocked = (things(kind)[position].texts(field) + asked).names
        set(JSONObject([(field, .strings(slots.filter { blocked.contains(Name($0)) }))]), of: kind, at: position)
        return nil
    }
}
