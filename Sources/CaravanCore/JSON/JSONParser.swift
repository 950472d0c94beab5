import CaravanLanguage

/// What is wrong with a text that should be JSON, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was expected or found.
    public let text: Bilingual
    /// Line, counted from 1.
    public let line: Int
    /// Byte within the line, counted from 1.
    public let column: Int
    /// Whether it may be JSON, but holds more than it was given memory for.
    public var isTooLarge = false

    /// What was expected or found, in English.
    public var reason: String { text.english }

    /// `not JSON: line 3, column 14: …`
    public var wording: Bilingual { JSONFault.place(line, column, text) }

    /// The wording in English.
    public var description: String { wording.english }
}

extension JSON {
    /// How deep lists and objects may nest.
    public static let maximumDepth = 128

    /// Reads one JSON document (RFC 8259, UTF-8). Where a field stands twice in an object the last one counts.
    /// - Parameter memory: bytes that the document may take once it is read, as `footprint` reckons them. A text may be
    ///   small beside what it stands for.
    /// - Throws: `JSONError` for anything else, `NaN`, infinities and numbers beyond a double included.
    public init(parsing bytes: some Collection<UInt8>, within memory: Int = .max) throws(JSONError) {
        let parsed: Result<JSON, JSONError>? = bytes.withContiguousStorageIfAvailable { Self.parse($0, memory) }
        self = try (parsed ?? Array(bytes).withUnsafeBufferPointer { Self.parse($0, memory) }).get()
    }

    /// Reads one JSON document from a text.
    /// - Throws: `JSONError`.
    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: Array(text.utf8))
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ memory: Int) -> Result<JSON, JSONError> {
        var parser = JSONParser(bytes: bytes, memory: memory)
        do throws(JSONError) { return .success(try parser.document()) } catch { return .failure(error) }
    }
}

/// A recursive-descent reader over bytes that the caller keeps alive for the reader's lifetime; every access to them
/// goes through the bounds-checked subscript of the buffer or `peek`.
struct JSONParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private let memory: Int
    private var taken = 0

    init(bytes: UnsafeBufferPointer<UInt8>, memory: Int = .max) {
        self.bytes = bytes
        self.memory = memory
    }

    mutating func document() throws(JSONError) -> JSON {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        let value = try self.value(depth: 0)
        skipSpace()
        if at < bytes.count { throw failure(JSONFault.textBehind) }
        return value
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private func failure(_ text: some Sayable) -> JSONError {
        let before = bytes[..<min(at, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return JSONError(text: text.bilingual, line: line, column: at - lineStart + 1)
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
            at += 1
        }
    }

    private mutating func charge(_ bytes: Int) throws(JSONError) {
        taken += bytes
        guard taken > memory else { return }
        var error = failure(JSONFault.tooLarge(memory / 1_048_576))
        error.isTooLarge = true
        throw error
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        skipSpace()
        try charge(JSON.Footprint.value)
        guard let byte = peek else { throw failure(JSONFault.valueMissing) }
        switch byte {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw failure(JSONFault.unexpectedByte(Int(byte)))
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let length = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { at + length <= bytes.count && bytes[at..<at + length].elementsEqual($0) }
        guard matches else { throw failure(JSONFault.unexpectedWord) }
        at += length
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        try enter(depth)
        var fields = JSONObject()
        if try closes(UInt8(ascii: "}")) { return fields }
        try charge(JSON.Footprint.list)
        while true {
            skipSpace()
            try charge(JSON.Footprint.field(beyond: fields.count))
            guard peek == UInt8(ascii: "\"") else { throw failure(JSONFault.nameMissing) }
            let key = try string()
            skipSpace()
            guard peek == UInt8(ascii: ":") else { throw failure(JSONFault.colonMissing) }
            at += 1
            fields[key] = try value(depth: depth + 1)
            if try !continues(until: UInt8(ascii: "}")) { return fields }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSON] {
        try enter(depth)
        var items: [JSON] = []
        if try closes(UInt8(ascii: "]")) { return items }
        try charge(JSON.Footprint.list)
        while true {
            items.append(try value(depth: depth + 1))
            if try !continues(until: UInt8(ascii: "]")) { return items }
        }
    }

    private mutating func enter(_ depth: Int) throws(JSONError) {
        if depth >= JSON.maximumDepth { throw failure(JSONFault.tooDeep(JSON.maximumDepth)) }
        at += 1
    }

    private mutating func closes(_ end: UInt8) throws(JSONError) -> Bool {
        skipSpace()
        guard peek == end else { return false }
        at += 1
        return true
    }

    private mutating func continues(until end: UInt8) throws(JSONError) -> Bool {
        skipSpace()
        guard let byte = peek, byte == end || byte == UInt8(ascii: ",") else {
            throw failure(JSONFault.commaOrEnd(end == UInt8(ascii: "}") ? "}" : "]"))
        }
        at += 1
        return byte != end
    }

    private mutating func number() throws(JSONError) -> Double {
        let start = at
        if peek == UInt8(ascii: "-") { at += 1 }
        let whole = digits()
        if whole == 0 || (whole > 1 && bytes[at - whole] == UInt8(ascii: "0")) { throw failure(JSONFault.number) }
        var plain = true
        if peek == UInt8(ascii: ".") {
            plain = false
            at += 1
            if digits() == 0 { throw failure(JSONFault.fraction) }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            plain = false
            at += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
            if digits() == 0 { throw failure(JSONFault.exponent) }
        }
        if plain && whole <= 15 { return small(start) }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw failure(JSONFault.numberRange(String(text.prefix(40))))
        }
        return value
    }

    /// Up to 15 digits: exact in a double, and an integer sum is far faster than a general conversion.
    private func small(_ start: Int) -> Double {
        let negative = bytes[start] == UInt8(ascii: "-")
        let value = bytes[(negative ? start + 1 : start)..<at].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return negative ? -Double(value) : Double(value)
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { at += 1 }
        return at - start
    }

    private mutating func string() throws(JSONError) -> String {
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"), bytes[at] >= 0x20 {
            at += 1
        }
        if peek == UInt8(ascii: "\"") {
            try charge(JSON.Footprint.text(at - start))
            let text = try valid(bytes[start..<at])
            at += 1
            return text
        }
        return try escapedString(from: start)
    }

    private func valid(_ slice: some Sequence<UInt8>) throws(JSONError) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else { throw failure(JSONFault.encoding) }
        return text
    }

    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var content = Array(bytes[start..<at])
        while let byte = peek, byte != UInt8(ascii: "\"") {
            if byte < 0x20 { throw failure(JSONFault.control) }
            at += 1
            if byte != UInt8(ascii: "\\") { content.append(byte) } else { try escape(into: &content) }
        }
        guard peek != nil else { throw failure(JSONFault.textOpen) }
        at += 1
        try charge(JSON.Footprint.text(content.count))
        return try valid(content)
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONError) {
        guard let byte = peek else { throw failure(JSONFault.textOpen) }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"): content.append(contentsOf: String(try unicodeEscape()).utf8)
        default: throw failure(JSONFault.unknownEscape)
        }
    }

    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        var code = try hex4()
        if (0xD800..<0xDC00).contains(code) {
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
                throw failure(JSONFault.halfPair)
            }
            at += 2
            let low = try hex4()
            guard (0xDC00..<0xE000).contains(low) else { throw failure(JSONFault.halfPair) }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw failure(JSONFault.halfPair) }
        return scalar
    }

    private mutating func hex4() throws(JSONError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw failure(JSONFault.hexDigits)
            }
            code = code << 4 | UInt32(digit)
            at += 1
        }
        return code
    }
}
