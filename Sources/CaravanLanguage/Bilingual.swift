/// A text in both languages; `{0}`, `{1}`… stand for arguments.
public struct Bilingual: Sendable, Equatable {
    /// In English.
    public let english: String
    /// In Chinese.
    public let chinese: String

    /// A text in both languages.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The text in one language.
    public subscript(language: Language) -> String { language == .chinese ? chinese : english }
}
