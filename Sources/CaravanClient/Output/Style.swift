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
    func text(_ text: any Topic, _ values: KeyValuePairs<String, any TextArgument> = [:]) -> String {
        text.bilingual.filled(values)[language]
    }

    /// A word of the protocol, such as a state, in the language.
    func word(_ word: String) -> String { KnownWord.name(of: word, in: language) }

    func bold(_ text: String) -> String { marked(.bold, text) }
    func dim(_ text: String) -> String { marked(.dim, text) }
    func red(_ text: String) -> String { marked(.red, text) }
    func green(_ text: String) -> String { marked(.green, text) }

    private func marked(_ mark: StyleMark, _ text: String) -> String {
        isColoured && !text.isEmpty ? mark.text + text + StyleMark.end.text : text
    }
}
