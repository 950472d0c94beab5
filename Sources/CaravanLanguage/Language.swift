/// A language that the program speaks; what planners typed stays as they typed it.
public enum Language: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Chinese.
    case chinese = "zh"

    /// The tag of RFC 5646, for the attribute `lang` of a page.
    public var tag: String { self == .chinese ? "zh-CN" : "en" }
}
