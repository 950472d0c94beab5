/// A language that reports and calendars are written in; what planners typed stays as they typed it.
public enum ReportLanguage: String, Sendable, CaseIterable {
    /// Chinese.
    case chinese = "zh"
    /// English.
    case english = "en"

    /// The tag of RFC 5646, for the attribute `lang` of a page.
    var tag: String { self == .chinese ? "zh-CN" : "en" }
}

/// A text in both languages.
struct Bilingual: Sendable, Equatable {
    let english: String
    let chinese: String

    init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    subscript(language: ReportLanguage) -> String { language == .chinese ? chinese : english }
}
