/// Texts as HTML and XML hold them.
public enum MarkupText {
    /// A text with everything escaped that is markup; control characters and U+FFFE and U+FFFF, which neither HTML nor XML
    /// may hold, are replaced.
    public static func escaped(_ content: String) -> String {
        guard content.unicodeScalars.contains(where: { isForbidden($0) || "&<>\"'".unicodeScalars.contains($0) })
        else { return content }
        var result = ""
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }

    private static func isForbidden(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
