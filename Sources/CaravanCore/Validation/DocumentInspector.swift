import CaravanLanguage

/// Collects the faults of a document through the checks that all its parts share.
struct DocumentInspector {
    /// More faults than anyone reads; further ones are not kept, so that a hostile document cannot exhaust memory.
    static let mostFaults = 10_000

    /// Larger than anything that a week can mean; sums of as many such numbers as a document can hold stay exact enough
    /// for every limit, and far from what a whole number of the machine holds.
    static let largestNumber = 1e10

    /// Whether rules that came after the document was stored are let be.
    var stored = false
    /// The faults so far.
    private(set) var faults: [Fault] = []
    /// For each list of things the path of each identifier in it.
    private(set) var known: [String: [Name: String]] = [:]

    /// Notes a fault.
    mutating func fault(_ path: String, _ problem: @autoclosure () -> DocumentFault) {
        if faults.count < Self.mostFaults { faults.append(Fault(path: path, problem())) }
    }

    /// The value of a field if it is of that kind; else nil and a fault (none if it is absent and optional).
    @discardableResult
    mutating func value(
        _ object: JSONObject, _ path: String, _ key: String, _ kind: FieldKind, optional: Bool = false
    ) -> JSON? {
        guard let value = admitted(object, path, key, kind, optional: optional) else { return nil }
        if !stored, kind == .number || kind == .count, let number = value.number, number > Self.largestNumber {
            fault(join(path, key), .above(Self.largestNumber, found: number))
            return nil
        }
        return value
    }

    /// The same without a largest number.
    private mutating func admitted(
        _ object: JSONObject, _ path: String, _ key: String, _ kind: FieldKind, optional: Bool = false
    ) -> JSON? {
        guard let value = object[key] else {
            if !optional { fault(join(path, key), .missing) }
            return nil
        }
        guard kind.admits(value) else {
            fault(join(path, key), .wrongKind(kind, found: value.excerpt(60)))
            return nil
        }
        let signed = (kind != .number && kind != .count) || key == "lat" || key == "lon"
        if !signed, let number = value.number, number < 0 {
            fault(join(path, key), .negative(number))
            return nil
        }
        return value
    }

    /// The number of a field; a fault if it is none or outside a range. Outside the range it is returned all the same.
    @discardableResult
    mutating func number(
        _ object: JSONObject, _ path: String, _ key: String, _ kind: FieldKind, in range: ClosedRange<Double>,
        optional: Bool = false
    ) -> Double? {
        guard let number = admitted(object, path, key, kind, optional: optional)?.number else { return nil }
        if !range.contains(number) {
            fault(join(path, key), .outside(range, found: number))
        }
        return number
    }

    /// The objects of a list inside another object, or of the document where `path` is empty, with their paths.
    mutating func parts(
        _ object: JSONObject, _ path: String, _ key: String, optional: Bool = false
    ) -> [(path: String, object: JSONObject)] {
        let items = value(object, path, key, .list, optional: optional)?.array ?? []
        return items.enumerated().compactMap { position, item in
            let here = "\(join(path, key))[\(position)]"
            if item.object == nil { fault(here, .notObject) }
            return item.object.map { (here, $0) }
        }
    }

    /// The objects of a list of the document with their paths. Their identifiers are checked and remembered in `space`,
    /// in which they are unique.
    mutating func things(
        _ document: JSONObject, _ name: String, in space: String? = nil, optional: Bool = false, atLeast low: Int = 0,
        named: Bool = true
    ) -> [(path: String, object: JSONObject)] {
        let space = space ?? name
        known[space] = known[space] ?? [:]
        guard let items = value(document, "", name, .list, optional: optional)?.array else { return [] }
        if items.count < low { fault(name, .empty) }
        var objects: [(path: String, object: JSONObject)] = []
        objects.reserveCapacity(items.count)
        for (position, item) in items.enumerated() {
            let path = "\(name)[\(position)]"
            guard let object = item.object else {
                fault(path, .notObject)
                continue
            }
            objects.append((path, object))
            if named { remember(object, path, space) }
        }
        return objects
    }

    private mutating func remember(_ object: JSONObject, _ path: String, _ space: String) {
        guard let id = value(object, path, "id", .id)?.string else { return }
        if let other = known[space]?[Name(id)] {
            fault("\(path).id", .idTwice(id, other: other))
        } else {
            known[space]?[Name(id)] = path
        }
    }

    /// Whether a list of things has that identifier.
    func has(_ id: String, in space: String) -> Bool { known[space]?[Name(id)] != nil }

    /// A field that names one thing; `what` says of which kind.
    mutating func reference(
        _ object: JSONObject, _ path: String, _ key: String, _ what: Word, optional: Bool = false,
        known: (String) -> Bool
    ) {
        guard let name = value(object, path, key, .text, optional: optional)?.string, !known(name) else { return }
        fault(join(path, key), .unknown(what, name))
    }

    /// A field that lists texts, each once; `known` says which ones may stand there.
    mutating func references(
        _ object: JSONObject, _ path: String, _ key: String, _ what: Word = .name, optional: Bool = true,
        atLeast low: Int = 0, known: ((String) -> Bool)? = nil
    ) {
        guard let items = value(object, path, key, .list, optional: optional)?.array else { return }
        if items.count < low { fault(join(path, key), .empty) }
        var had = Set<Name>(minimumCapacity: items.count)
        for (position, item) in items.enumerated() {
            guard let text = item.string else {
                fault("\(join(path, key))[\(position)]", .notText)
                continue
            }
            if let known, !known(text) { fault("\(join(path, key))[\(position)]", .unknown(what, text)) }
            if !had.insert(Name(text)).inserted {
                fault("\(join(path, key))[\(position)]", .listedTwice(text))
            }
        }
    }

    /// The path of a field.
    func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension FieldKind {
    /// Whether a value is of the kind.
    func admits(_ value: JSON) -> Bool {
        switch (self, value) {
        case (.text, .string), (.list, .array), (.map, .object), (.bool, .bool): true
        case (.name, .string(let text)): !text.isEmpty
        case (.id, .string(let text)): isIdentifier(text)
        case (.number, .number(let number)): !number.isNaN
        case (.count, .number(let number)): number == number.rounded()
        default: false
        }
    }
}

/// Whether a text is an identifier: `[A-Za-z0-9._-]{1,64}`.
public func isIdentifier(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
}

extension JSON {
    /// The beginning of the document as text, at most `limit` characters, without writing all of it.
    func excerpt(_ limit: Int) -> String {
        var out = ""
        excerpt(into: &out, limit)
        return String(out.prefix(limit))
    }

    private func excerpt(into out: inout String, _ limit: Int) {
        if out.utf8.count > limit * 4 { return }
        switch self {
        case .array(let items):
            out += "["
            for (position, item) in items.prefix(limit).enumerated() {
                if position > 0 { out += ", " }
                item.excerpt(into: &out, limit)
            }
            out += "]"
        case .object(let object):
            out += "{"
            for (position, field) in object.fields.prefix(limit).enumerated() {
                if position > 0 { out += ", " }
                out += JSON.string(String(field.key.prefix(limit))).text + ": "
                field.value.excerpt(into: &out, limit)
            }
            out += "}"
        case .string(let text): out += JSON.string(String(text.prefix(limit))).text
        default: out += text
        }
    }
}
