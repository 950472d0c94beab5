/// One text of the catalogue as it is written there: English, a bar between blanks, Chinese.
///
/// It is the raw value of the topics' cases: a case cannot be without one, and no two cases of a topic can have the same.
public struct Entry: ExpressibleByStringLiteral, Equatable, Sendable {
    static let bar = " | "
    /// The text in both languages; Chinese is empty where the literal has no bar, which the catalogue's test finds.
    public let text: Bilingual

    /// Takes a literal apart at its first bar.
    public init(stringLiteral literal: String) {
        let parts = literal.split(separator: Self.bar, maxSplits: 1, omittingEmptySubsequences: false)
        text = Bilingual(String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
}

/// Texts that belong together, a case each. `Catalogue.topics` lists all of them.
public protocol Topic: Sayable, CaseIterable, RawRepresentable, Sendable where RawValue == Entry {}

extension Topic {
    /// The text in both languages, its places for arguments as they stand there.
    public var bilingual: Bilingual { rawValue.text }

    /// The text in one language, `{0}`, `{1}`… replaced by the arguments.
    public subscript(language: Language, arguments: any Sayable...) -> String {
        arguments.isEmpty ? bilingual[language] : bilingual.filled(arguments)[language]
    }

    /// The text in both languages, `{0}`, `{1}`… replaced by the arguments.
    public func callAsFunction(_ arguments: any Sayable...) -> Bilingual { bilingual.filled(arguments) }
}
