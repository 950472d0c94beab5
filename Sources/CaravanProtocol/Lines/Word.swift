import CaravanLanguage

/// One word of a line: `text`, `"quoted text"`, `key=text` or `key="quoted text"`.
struct Word: Sendable, Equatable {
    /// The part before `=`, where the word has one.
    var key: String?
    /// The value with its escapes undone.
    var value: String
    /// Whether the value stood in quotes.
    var isQuoted: Bool
}

/// Cuts a line into words. Works on bytes: every byte that means something is ASCII, the rest passes through as UTF-8.
struct WordScanner {
    private let bytes: [UInt8]
    private var at = 0

    init(_ line: String) { bytes = Array(line.utf8) }

    /// The words of a line.
    /// - Throws: `usage` for a quote that is not closed, an unknown escape, or text that touches a quote.
    static func words(of line: String) throws(ProtocolError) -> [Word] {
        var scanner = WordScanner(line)
        var words: [Word] = []
        while let word = try scanner.next() { words.append(word) }
        return words
    }

    private mutating func next() throws(ProtocolError) -> Word? {
        while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
        guard at < bytes.count else { return nil }
        let key = scanKey()
        let isQuoted = at < bytes.count && bytes[at] == UInt8(ascii: "\"")
        let value = try isQuoted ? quotedValue() : bareValue()
        return Word(key: key, value: value, isQuoted: isQuoted)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// A key is a letter and then letters, digits, `-` or `_`, directly before `=`; anything else is part of a value.
    private mutating func scanKey() -> String? {
        var end = at
        while end < bytes.count, Self.isKeyByte(bytes[end], first: end == at) { end += 1 }
        guard end > at, end < bytes.count, bytes[end] == UInt8(ascii: "=") else { return nil }
        defer { at = end + 1 }
        return String(decoding: bytes[at..<end], as: UTF8.self)
    }

    static func isKeyByte(_ byte: UInt8, first: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): !first
        default: false
        }
    }

    private mutating func bareValue() throws(ProtocolError) -> String {
        let start = at
        while at < bytes.count, !Self.isSpace(bytes[at]) {
            if bytes[at] == UInt8(ascii: "\"") {
                throw .usage(RefusedLine.quoteInside(at + 1))
            }
            at += 1
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func quotedValue() throws(ProtocolError) -> String {
        let start = at
        at += 1
        var content: [UInt8] = []
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            content.append(bytes[at] == UInt8(ascii: "\\") ? try escape() : bytes[at])
            at += 1
        }
        guard at < bytes.count else { throw .usage(RefusedLine.quoteOpen(start + 1)) }
        at += 1
        guard at == bytes.count || Self.isSpace(bytes[at]) else {
            throw .usage(RefusedLine.blankMissing(at + 1))
        }
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func escape() throws(ProtocolError) -> UInt8 {
        at += 1
        guard at < bytes.count else { throw .usage(RefusedLine.quoteOpen(at)) }
        switch bytes[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return bytes[at]
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "t"): return 0x09
        default: throw .usage(RefusedLine.unknownEscape(at))
        }
    }
}

/// Writes values so that `WordScanner` reads them back.
enum WordWriter {
    /// The value as it is where that is safe, else in quotes. `positional`: a value that looks like `key=…` is quoted too.
    static func write(_ value: String, positional: Bool = false) -> String {
        let bytes = Array(value.utf8)
        let isPlain = !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") }
        let isSafe = isPlain && !(positional && bytes.contains(UInt8(ascii: "=")))
        return isSafe ? value : quote(value)
    }

    /// The value in quotes, always.
    static func quote(_ value: String) -> String {
        var out: [UInt8] = [UInt8(ascii: "\"")]
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""): out += #"\""#.utf8
            case UInt8(ascii: "\\"): out += #"\\"#.utf8
            case 0x0A: out += #"\n"#.utf8
            case 0x09: out += #"\t"#.utf8
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
        return String(decoding: out, as: UTF8.self)
    }
}
