import CaravanLanguage

/// Why edits are refused. Nothing is changed then.
public struct EditError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of reasons.
    public enum Code: String, Sendable {
        /// The edit itself is not well formed.
        case malformed
        /// It names something that the week has not.
        case unknown
        /// It adds something that is there already.
        case exists
        /// The edited week would not be sound.
        case unsound
    }

    /// The kind of reason.
    public let code: Code
    /// Position of the refused edit in the list, from 0; nil where no single one is to blame.
    public let index: Int?
    /// What is wrong.
    public let text: Bilingual
    /// The faults that the edited week would have, if that is the reason.
    public let faults: [Fault]

    /// A refusal.
    public init(_ code: Code, _ text: some Sayable, index: Int? = nil, faults: [Fault] = []) {
        self.code = code
        self.index = index
        self.text = text.bilingual
        self.faults = faults
    }

    /// What is wrong, in English.
    public var reason: String { text.english }

    /// `edit 2: no member e017`, counted from 0 as in `index`; in Chinese from 1, as people count.
    public var line: Bilingual {
        index.map { EditFault.numbered(Bilingual(String($0), String($0 + 1)), text) } ?? text
    }

    /// The line in English.
    public var description: String { line.english }
}
