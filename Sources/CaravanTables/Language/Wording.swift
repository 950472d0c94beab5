/// A language in which sheets are written and faults are told.
public enum SheetLanguage: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Chinese.
    case chinese = "zh"
}

/// One text in both languages.
public struct Wording: Sendable, Equatable {
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
    public subscript(language: SheetLanguage) -> String { language == .chinese ? chinese : english }

    /// Both texts, as people of either language may type them.
    var both: [String] { [english, chinese] }
}
