/// What planners typed, and what a daemon sends, may hold characters that steer a terminal, hide, or turn the text around.
/// They are shown instead of sent.
extension StringProtocol {
    /// The text with each of those characters as `\u{1B}`; line ends and tabs stay.
    var printable: String { escaped { "\\u{\(String($0.value, radix: 16, uppercase: true))}" } }

    /// The same for a text that is JSON, which stays the same JSON.
    var printableJSON: String {
        escaped { scalar in
            UTF16.encode(scalar)?.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined() ?? ""
        }
    }

    /// The text on one line.
    var onOneLine: String { String(self).replacing(/\r\n|\n|\r/, with: " ") }

    private func escaped(_ shown: (Unicode.Scalar) -> String) -> String {
        guard unicodeScalars.contains(where: \.isHarmful) else { return String(self) }
        var result = ""
        var last: Unicode.Scalar?
        for scalar in unicodeScalars {
            // Between two pictures a joiner makes one of them, as in a family.
            let isJoiner = scalar == "\u{200D}" && last?.isPicture == true
            if scalar.isHarmful, !isJoiner { result += shown(scalar) } else { result.unicodeScalars.append(scalar) }
            last = scalar
        }
        return result
    }
}

extension Unicode.Scalar {
    fileprivate var isHarmful: Bool {
        if value < 0x7F { return value < 0x20 && self != "\n" && self != "\t" }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
        }
    }

    fileprivate var isPicture: Bool {
        value > 0xFF && (properties.isEmoji || properties.isEmojiModifier || properties.isVariationSelector)
    }
}

/// Where a style begins and ends in a text, until it is written: noncharacters, which Unicode keeps for such use inside of a
/// program, so that no text from outside can be mistaken for one.
enum StyleMark: UInt32, CaseIterable {
    case end = 0xFDD0
    case bold = 0xFDD1
    case dim = 0xFDD2
    case red = 0xFDD3
    case green = 0xFDD4

    /// The mark as it stands in a text.
    var text: String { Unicode.Scalar(rawValue).map { String(Character($0)) } ?? "" }

    /// What a terminal is sent for it.
    var sequence: String {
        switch self {
        case .end: "\u{1B}[0m"
        case .bold: "\u{1B}[1m"
        case .dim: "\u{1B}[2m"
        case .red: "\u{1B}[31m"
        case .green: "\u{1B}[32m"
        }
    }

    /// A text with its marks as a terminal takes them, and everything else harmless.
    static func written(_ text: String) -> String {
        let shown = text.printable
        guard shown.unicodeScalars.contains(where: { StyleMark(rawValue: $0.value) != nil }) else { return shown }
        return shown.unicodeScalars.reduce(into: "") { result, scalar in
            if let mark = StyleMark(rawValue: scalar.value) {
                result += mark.sequence
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
}
