/// What an `ERR` line says: `ERR <code> "<message>" key=value …`.
public struct ProtocolError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What programs compare.
    public var code: ErrorCode
    /// What people read: what is wrong and what to do about it.
    public var message: String
    /// Further fields of the line.
    public var fields: ReplyFields

    /// An error with a message for people.
    public init(_ code: ErrorCode, _ message: String, fields: ReplyFields = [:]) {
        self.code = code
        self.message = message
        self.fields = fields
    }

    /// `usage: limit "x" is no duration …`.
    public var description: String { "\(code.rawValue): \(message)" }
}

extension ProtocolError {
    /// A `usage` error.
    static func usage(_ message: String) -> ProtocolError { ProtocolError(.usage, message) }
}

/// A text from a client as error messages quote it: in quotes, and cut where it is long.
func quoted(_ text: some StringProtocol) -> String {
    "\"\(text.prefix(60))\(text.count > 60 ? "…" : "")\""
}
