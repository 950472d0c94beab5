/// One text of the catalogue as it is written there: English, a bar between blanks, Chinese.
///
/// It is the raw value of the topics' cases: a case cannot be without one, and no two cases of a topic can have the same.
public struct Entry: ExpressibleByStringLiteral, Equatable, Sendable {
    /// The text in both languages; Chinese is empty where the literal has no bar, which the catalogue's test finds.
    public let text: Bilingual

    /// Takes a literal apart at its first bar between blanks.
    public init(stringLiteral literal: String) {
        // By bytes: explanations look texts up many thousand times.
        let (bytes, blank) = (literal.utf8, UInt8(ascii: " "))
        var rest = bytes[...]
        while let bar = rest.firstIndex(of: UInt8(ascii: "|")) {
            let next = bytes.index(after: bar)
            if bar > bytes.startIndex, next < bytes.endIndex, bytes[next] == blank {
                let end = bytes.index(before: bar)
                if bytes[end] == blank {
                    text = Bilingual(String(literal[..<end]), String(literal[bytes.index(after: next)...]))
                    return
                }
            }
            rest = bytes[next...]
        }
        text = Bilingual(literal, "")
    }
}

/// Texts that belong together, a case each. `Catalogue.topics` lists all of them.
public protocol Topic: Sayable, CaseIterable, RawRepresentable, Sendable where RawValue == Entry {}

extension Topic {
    /// The text in both languages, its places for arguments as they stand there.
    public var bilingual: Bilingual { rawValue.text }

    /// The text in one language, `{0}`, `{1}`… replaced by the arguments.
    public subscript(language: Language, arguments: any TextArgument...) -> String {
        arguments.isEmpty ? bilingual[language] : bilingual.filled(arguments)[language]
    }

    /// The text in both languages, `{0}`, `{1}`… replaced by the arguments.
    public func callAsFunction(_ arguments: any TextArgument...) -> Bilingual { bilingual.filled(arguments) }
}
