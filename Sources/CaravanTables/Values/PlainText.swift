/// Text as people type it on Chinese keyboards, made comparable.
enum PlainText {
    /// Full-width letters, digits and signs as their ordinary forms, all kinds of spaces as blanks, ends trimmed.
    static func narrowed(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: out.append(UnicodeScalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000, 0xA0, 0x2002...0x200A, 0x202F, 0x09, 0x0A, 0x0D: out.append(" ")
            case 0x200B, 0xFEFF: break
            default: out.append(scalar)
            }
        }
        return trimmed(String(out))
    }

    /// The text without white space at its ends.
    static func trimmed(_ text: String) -> String {
        guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
        let start = text.drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }

    /// What headings, names of sheets and key words are compared by: narrow, in small letters, without spaces, dashes,
    /// asterisks, and whatever stands in brackets.
    static func key(_ text: String) -> String {
        var (out, depth) = ("", 0)
        for character in narrowed(text).lowercased() {
            switch character {
            case "(", "[", "【": depth += 1
            case ")", "]", "】": depth = max(0, depth - 1)
            case " ", "-", "_", "*", ":": break
            default: if depth == 0 { out.append(character) }
            }
        }
        return out
    }
}
