/// The text of an iCalendar object, line by line (RFC 5545, section 3.1).
struct ContentLines {
    /// Octets of a line at most, its end not counted.
    static let lineLimit = 75

    private(set) var text = ""

    /// Writes a property whose value is not text: a date, a number, a word.
    mutating func property(_ name: String, _ value: String, _ parameters: KeyValuePairs<String, String> = [:]) {
        let written = parameters.map { ";\($0)=\(Self.parameter($1))" }.joined()
        fold("\(name)\(written):\(value)")
    }

    /// Writes a property whose value is text, escaped (section 3.3.11).
    mutating func text(_ name: String, _ value: String) { property(name, Self.escaped(value)) }

    /// Writes a property that is a list of texts.
    mutating func texts(_ name: String, _ values: [String]) {
        property(name, values.map(Self.escaped).joined(separator: ","))
    }

    /// Writes a component around what `body` writes.
    mutating func component(_ name: String, _ body: (inout ContentLines) -> Void) {
        property("BEGIN", name)
        body(&self)
        property("END", name)
    }

    /// Backslash, semicolon, comma and line ends as a text holds them; other control characters are left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result.unicodeScalars.append(contentsOf: ["\\", scalar])
            case "\n", "\r", "\u{2028}", "\u{2029}": result += "\\n"
            default: if !isControl(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// A value of a parameter in quotes, where a quote cannot be written (section 3.2).
    private static func parameter(_ text: String) -> String {
        let kept = text.unicodeScalars.map { $0 == "\"" ? "'" : isControl($0) ? " " : $0 }
        let value = String(String.UnicodeScalarView(kept))
        return value.contains { ":;,".contains($0) || !$0.isASCII || $0 == " " } ? "\"\(value)\"" : value
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
    }

    /// Breaks a line so that no piece is longer than the limit and no character is cut; what follows begins with a space.
    private mutating func fold(_ line: String) {
        var octets = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if octets + size > Self.lineLimit {
                text += "\r\n "
                octets = 1
            }
            text.unicodeScalars.append(scalar)
            octets += size
        }
        text += "\r\n"
    }
}
