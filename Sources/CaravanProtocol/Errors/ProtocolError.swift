import CaravanLanguage

/// What an `ERR` line says: `ERR <code> "<message>" messageZh="…" key=value …`.
public struct ProtocolError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What programs compare.
    public var code: ErrorCode
    /// What people read: what is wrong and what to do about it.
    public var text: Bilingual
    /// Further fields of the line.
    public var fields: ReplyFields

    /// An error with a message for people.
    public init(_ code: ErrorCode, _ text: some Sayable, fields: ReplyFields = [:]) {
        self.code = code
        self.text = text.bilingual
        self.fields = fields
    }

    /// What people read, in English.
    public var message: String { text.english }

    /// What people read, in Chinese; nil where nobody said it in Chinese.
    public var messageZh: String? { text.chinese.isEmpty || text.chinese == text.english ? nil : text.chinese }

    /// `usage: limit "x" is no duration …`.
    public var description: String { "\(code.rawValue): \(message)" }
}

extension ProtocolError {
    /// A `usage` error.
    static func usage(_ text: some Sayable) -> ProtocolError { ProtocolError(.usage, text) }
}

/// A text from a client as error messages quote it: in quotes, and cut where it is long.
func quoted(_ text: some StringProtocol) -> String {
    "\"\(text.prefix(60))\(text.count > 60 ? "…" : "")\""
}
