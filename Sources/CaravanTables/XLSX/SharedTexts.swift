/// The texts that cells share (ECMA-376 part 1, 18.4): runs are joined, phonetic hints left out.
final class SharedTexts: XMLPart {
    private(set) var texts: [String] = []
    private var current = ""
    private var isText = false
    private var isHint = false

    func started(_ element: String, _ attributes: XMLAttributes) {
        switch element {
        case "si": current = ""
        case "rPh": isHint = true
        case "t": isText = !isHint
        default: break
        }
    }

    func found(_ text: String) { if isText { current += text } }

    func ended(_ element: String) {
        switch element {
        case "t": isText = false
        case "rPh": isHint = false
        case "si": texts.append(EscapedText.decoded(current))
        default: break
        }
    }
}

/// `_x000D_` in a text stands for a character that XML cannot hold (22.9.2.19); an underscore that only looks like the
/// beginning of such a code is written as one.
enum EscapedText {
    static func decoded(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var out = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            if first == "_", let scalar = code(at: rest) {
                out.append(scalar)
                rest = rest.dropFirst(7)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(out)
    }

    /// The text as a workbook can hold it. libxlsxwriter writes control characters as such codes itself, but for zero,
    /// which ends its texts, and the two characters that XML has not besides.
    static func encoded(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            switch first.value {
            case 0: out.append(contentsOf: "_x0000_".unicodeScalars)
            case 0xFFFE: out.append(contentsOf: "_xFFFE_".unicodeScalars)
            case 0xFFFF: out.append(contentsOf: "_xFFFF_".unicodeScalars)
            case 0x5F where code(at: rest) != nil: out.append(contentsOf: "_x005F_".unicodeScalars)
            default: out.append(first)
            }
            rest = rest.dropFirst()
        }
        return String(out)
    }

    /// What a code at the beginning of a text stands for; nil where there is none.
    private static func code(at text: Substring.UnicodeScalarView) -> UnicodeScalar? {
        let code = Array(text.prefix(7))
        guard code.count == 7, code[1] == "x", code[6] == "_", code[2...5].allSatisfy(\.properties.isASCIIHexDigit)
        else { return nil }
        return UInt32(String(String.UnicodeScalarView(code[2...5])), radix: 16).flatMap(UnicodeScalar.init)
    }
}
