/// A language that the program speaks; what planners typed stays as they typed it.
public enum Language: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Chinese.
    case chinese = "zh"

    /// The language that the environment asks for, by POSIX' order `LC_ALL`, `LC_MESSAGES`, `LANG`; English unless the
    /// first one set names Chinese.
    public init(environment: [String: String]) {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
        let locale = names.first { !$0.isEmpty } ?? ""
        self = locale.hasPrefix("zh") ? .chinese : .english
    }

    /// The tag of RFC 5646, for the attribute `lang` of a page.
    public var tag: String { self == .chinese ? "zh-CN" : "en" }
}
