import CaravanLanguage

/// Edits are refused. Nothing is changed then.
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

    /// Why they are refused.
    public let fault: EditFault
    /// Position of the refused edit in the list, from 0; nil where no single one is to blame.
    public let index: Int?

    /// A refusal.
    public init(_ fault: EditFault, index: Int? = nil) { (self.fault, self.index) = (fault, index) }

    /// The kind of reason.
    public var code: Code { fault.code }

    /// `edit 2: no member e017`, counted from 0 as in `index`; in Chinese from 1, as people count.
    public var line: Bilingual {
        index.map { EditFaultText.numbered(Bilingual(String($0), String($0 + 1)), fault) } ?? fault.bilingual
    }

    /// The line in English.
    public var description: String { line.english }
}
