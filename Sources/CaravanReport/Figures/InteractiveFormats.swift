import CaravanLanguage

/// Which formats let people do something instead of listening.
enum InteractiveFormats {
    /// The formats that count, as requests write them, in English or in Chinese.
    static let words: Set<String> = Set(known + known.map { KnownWord.name(of: $0, in: .chinese) })

    /// The ones that the page names.
    static let known = ["hands-on", "immersive", "field-visit", "contest"]
}
