import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanTables

/// Why the client could not do what it was asked for.
public enum ClientError: Error, Sendable, Equatable {
    /// Neither option nor environment says where the daemon listens.
    case noEndpoint
    /// No path of a Unix socket, or not `HOST:PORT`.
    case badEndpoint(String)
    /// Nobody listens there, or nobody may connect.
    case unreachable(Endpoint, reason: Bilingual)
    /// The daemon ended the connection in the middle of a reply.
    case closed
    /// Who answers there does not speak the protocol.
    case foreign(Bilingual)
    /// A file that should be sent cannot be read.
    case unreadable(path: String, reason: Bilingual)
    /// A file cannot be written.
    case unwritable(path: String, reason: Bilingual)
    /// The daemon answered `ERR`; the records before it, and the code.
    case refused(ProtocolError, records: [JSON])
    /// A spreadsheet that cannot be read or written at all.
    case spreadsheet(SpreadsheetError)
    /// A spreadsheet, or a week document for one, that breaks rules; each fault with its place.
    case faulty(path: String, [TableFault])
    /// A plan that was to be checked breaks rules; they have been shown.
    case violations
}
