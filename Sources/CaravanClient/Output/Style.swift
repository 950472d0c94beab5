import CaravanLanguage

/// How output is written: language, room and colour.
public struct Style: Sendable, Equatable {
    /// The language of titles and messages.
    public var language: Language
    /// Columns of the terminal; nil where output goes elsewhere: nothing is cut then.
    public var width: Int?
    /// Whether the terminal shows colours.
    public var isColoured: Bool

    /// A style.
    public init(language: Language = .english, width: Int? = nil, isColoured: Bool = false) {
        self.language = language
        self.width = width
        self.isColoured = isColoured
    }

    /// A text of the catalogue with its placeholders filled in.
    func text(_ text: any Topic, _ values: KeyValuePairs<String, any Sayable> = [:]) -> String {
        text.bilingual.filled(values)[language]
    }

    /// A word of the protocol, such as a state, in the language.
    func word(_ word: String) -> String { KnownWord.name(of: word, in: language) }

    func bold(_ text: String) -> String { colour("1", text) }
    func dim(_ text: String) -> String { colour("2", text) }
    func red(_ text: String) -> String { colour("31", text) }
    func green(_ text: String) -> String { colour("32", text) }

    private func colour(_ code: String, _ text: String) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
