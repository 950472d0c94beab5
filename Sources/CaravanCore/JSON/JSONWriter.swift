extension JSON {
    /// The document as one line of UTF-8 text. A number that arithmetic took beyond all bounds is written `null`.
    public var text: String {
        var out: [UInt8] = []
        write(to: &out, indent: nil)
        return String(decoding: out, as: UTF8.self)
    }

    /// The document over several lines, two spaces a level; lists of plain values stay on one line.
    public var prettyText: String {
        var out: [UInt8] = []
        write(to: &out, indent: 0)
        out.append(0x0A)
        return String(decoding: out, as: UTF8.self)
    }

    private var isPlain: Bool {
        switch self {
        case .array(let items): items.isEmpty
        case .object(let fields): fields.count == 0
        default: true
        }
    }

    private func write(to out: inout [UInt8], indent: Int?) {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let value): out.append(contentsOf: (value.isFinite ? plainDecimal(value) : "null").utf8)
        case .string(let text): Self.quote(text, to: &out)
        case .array(let items):
            let inner = items.allSatisfy(\.isPlain) ? nil : indent
            Self.list(items, "[", "]", &out, inner) { item, out, deeper in item.write(to: &out, indent: deeper) }
        case .object(let fields):
            Self.list(fields.fields, "{", "}", &out, indent) { field, out, deeper in
                Self.quote(field.key, to: &out)
                out.append(UInt8(ascii: ":"))
                if deeper != nil { out.append(UInt8(ascii: " ")) }
                field.value.write(to: &out, indent: deeper)
            }
        }
    }

    private static func list<Item>(
        _ items: [Item], _ open: Character, _ close: Character, _ out: inout [UInt8], _ indent: Int?,
        _ each: (Item, inout [UInt8], Int?) -> Void
    ) {
        func newline(_ level: Int) {
            out.append(0x0A)
            out.append(contentsOf: repeatElement(0x20, count: level * 2))
        }
        out.append(contentsOf: String(open).utf8)
        for (position, item) in items.enumerated() {
            if position > 0 { out.append(UInt8(ascii: ",")) }
            if let indent { newline(indent + 1) }
            each(item, &out, indent.map { $0 + 1 })
        }
        if let indent, !items.isEmpty { newline(indent) }
        out.append(contentsOf: String(close).utf8)
    }

    private static func quote(_ text: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): out.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): out.append(contentsOf: #"\\"#.utf8)
            case 0x0A: out.append(contentsOf: #"\n"#.utf8)
            case 0x0D: out.append(contentsOf: #"\r"#.utf8)
            case 0x09: out.append(contentsOf: #"\t"#.utf8)
            case 0..<0x20, 0x7F:
                let hex = String(byte, radix: 16)
                out.append(contentsOf: (#"\u00"# + (hex.count == 1 ? "0" : "") + hex).utf8)
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}

/// A finite number as a plain decimal without exponent, with as many digits as it takes to read the same number back.
public func plainDecimal(_ value: Double) -> String {
    if let whole = Int(exactly: value), value.magnitude < 1e15 { return String(whole) }
    let shortest = "\(value)"
    guard let e = shortest.firstIndex(where: { $0 == "e" || $0 == "E" }),
        let exponent = Int(shortest[shortest.index(after: e)...])
    else { return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest }
    let negative = shortest.hasPrefix("-")
    let mantissa = shortest[..<e].drop { $0 == "-" }
    let whole = mantissa.prefix { $0 != "." }
    let fraction = mantissa.drop { $0 != "." }.dropFirst()
    let digits = String(whole + (fraction == "0" ? "" : fraction))
    let point = whole.count + exponent
    let body: String
    if point <= 0 {
        body = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
        body = digits + String(repeating: "0", count: point - digits.count)
    } else {
        body = digits.prefix(point) + "." + digits.dropFirst(point)
    }
    return (negative ? "-" : "") + body
}

/// A number with exactly `places` digits after the point, for people; far beyond what cents matter for as `plainDecimal`.
public func fixedDecimal(_ value: Double, places: Int) -> String {
    let scale = (0..<max(0, places)).reduce(1.0) { product, _ in product * 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard places > 0, scaled < 1e15 else { return value.isFinite ? plainDecimal(value) : "\(value)" }
    let digits = String(Int(saturating: scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (value < 0 && scaled > 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
}
