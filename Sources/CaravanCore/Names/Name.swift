import CaravanLanguage

/// A text that stands for something: a topic, a skill, a kind, a field, an identifier that somebody wrote.
///
/// Names are the same where their code points are, and ordered by them (domain, section 1). Texts of Swift are the same where people
/// see no difference: `é` may be one code point or two, and the sign for kelvin is a `K`.
public struct Name: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible, TextArgument {
    /// The text as it was written.
    public let text: String

    /// A text as a name.
    public init(_ text: String) { self.text = text }
    /// A text as a name.
    public init(stringLiteral value: String) { text = value }

    /// The text.
    public var description: String { text }
    /// The text, the same in both languages.
    public func text(in language: Language) -> String { text }

    /// Whether the code points are the same.
    public static func == (left: Name, right: Name) -> Bool { left.text.isSame(as: right.text) }

    /// By code points.
    public static func < (left: Name, right: Name) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// By the code points.
    public func hash(into hasher: inout Hasher) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isDone == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
    }
}

extension String {
    /// Whether two texts have the same code points.
    @inlinable public func isSame(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}

extension Sequence<String> {
    /// The texts as a set of names.
    public var names: Set<Name> { Set(map { Name($0) }) }
}

extension JSON {
    /// A list of names.
    public static func strings(_ items: some Sequence<Name>) -> JSON { .array(items.map { .string($0.text) }) }
}
