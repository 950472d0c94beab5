/// What can stand in a text: a text of the catalogue, a name that is the same in both languages, a number.
public protocol Sayable: Sendable {
    /// It in both languages.
    var bilingual: Bilingual { get }
}

extension Bilingual: Sayable {
    /// Itself.
    public var bilingual: Bilingual { self }
}

extension String: Sayable {
    /// The same in both languages.
    public var bilingual: Bilingual { Bilingual(same: self) }
}

extension Int: Sayable {
    /// Its digits.
    public var bilingual: Bilingual { Bilingual(same: String(self)) }
}
