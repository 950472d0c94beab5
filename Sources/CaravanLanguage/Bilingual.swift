/// A text in both languages; `{0}`, `{1}`… and `{name}` stand for arguments.
public struct Bilingual: Sendable, Hashable {
    /// In English.
    public let english: String
    /// In Chinese.
    public let chinese: String

    /// Nothing in either language.
    public static let empty = Bilingual("", "")

    /// A text in both languages.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The text in one language.
    public subscript(language: Language) -> String { language == .chinese ? chinese : english }

    /// Both texts, as people of either language may type them.
    public var both: [String] { [english, chinese] }

    /// Whether it says nothing.
    public var isEmpty: Bool { english.isEmpty && chinese.isEmpty }

    /// The text with `{0}`, `{1}`… replaced by the arguments, each in the language of the text.
    public func filled(_ arguments: [any TextArgument]) -> Bilingual {
        func fill(_ language: Language) -> String {
            Placeholders.fill(self[language]) { name in
                Int(name).flatMap { arguments.indices.contains($0) ? arguments[$0].text(in: language) : nil }
            }
        }
        return Bilingual(fill(.english), fill(.chinese))
    }

    /// The text with `{name}` replaced by the value of that name, in the language of the text.
    public func filled(_ values: KeyValuePairs<String, any TextArgument>) -> Bilingual {
        func fill(_ language: Language) -> String {
            Placeholders.fill(self[language]) { name in values.first { $0.key == name }?.value.text(in: language) }
        }
        return Bilingual(fill(.english), fill(.chinese))
    }
}

extension Bilingual {
    /// Two texts, one behind the other.
    public static func + (first: Bilingual, second: Bilingual) -> Bilingual {
        Bilingual(first.english + second.english, first.chinese + second.chinese)
    }
}

extension Sequence where Element: TextArgument {
    /// The items as a list, each language with what it writes between items.
    public func listed(_ separator: ListWord = .comma) -> Bilingual {
        func listed(_ language: Language) -> String {
            map { $0.text(in: language) }.joined(separator: separator[language])
        }
        return Bilingual(listed(.english), listed(.chinese))
    }
}
