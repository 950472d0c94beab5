/// What can be put into a text: another text, or data that are the same in both languages, such as a name that planners
/// typed, an identifier, a number.
public protocol TextArgument: Sendable {
    /// It as a text of that language.
    func text(in language: Language) -> String
}

/// A text in both languages: one of the catalogue, or a fact that is put into words of it.
///
/// A `String` is none, so that nothing is said in one language alone; what others wrote is said as `Verbatim`.
public protocol Sayable: TextArgument {
    /// It in both languages.
    var bilingual: Bilingual { get }
}

extension Sayable {
    /// It in that language.
    public func text(in language: Language) -> String { bilingual[language] }
}

extension Bilingual: Sayable {
    /// Itself.
    public var bilingual: Bilingual { self }
}

/// A text that is the same in both languages: what planners typed, an identifier, what another program said.
public struct Verbatim: Sayable {
    private let text: String

    /// A text as it is.
    public init(_ text: some StringProtocol) { self.text = String(text) }

    /// The text, twice.
    public var bilingual: Bilingual { Bilingual(text, text) }
}

extension String: TextArgument {
    /// Itself.
    public func text(in language: Language) -> String { self }
}

extension Int: TextArgument {
    /// Its digits.
    public func text(in language: Language) -> String { String(self) }
}
