import CaravanProtocol
import CaravanTables

/// The status with which `caravan` ends; scripts tell kinds of failure apart by it. From 64 on the numbers are those of
/// BSD's `sysexits.h`.
public enum ExitStatus: Int32, Sendable, CaseIterable {
    /// All went well.
    case success = 0
    /// `caravan check` found violations.
    case violations = 1
    /// A week, request, job or version that does not exist.
    case notFound = 2
    /// Something of that id exists already.
    case exists = 3
    /// The command does not fit the present state.
    case conflict = 4
    /// No plan keeps the hard rules.
    case infeasible = 5
    /// A document or model beyond its limit.
    case tooLarge = 6
    /// The command line is wrong, or the daemon could not read it.
    case usage = 64
    /// The document breaks the rules.
    case invalid = 65
    /// A file cannot be read.
    case noInput = 66
    /// No daemon answers, or the connection broke.
    case unavailable = 69
    /// The daemon made a mistake.
    case internalError = 70
    /// A file cannot be written.
    case cannotCreate = 73
    /// The daemon has too much to do, or gave up waiting; later it may work.
    case temporary = 75
    /// Who answers does not speak the protocol.
    case protocolError = 76
    /// A token is asked for, or is wrong.
    case denied = 77

    /// The status for an error code of the daemon.
    public init(_ code: ErrorCode) {
        self =
            switch code {
            case .usage, .unknownVerb: .usage
            case .notFound: .notFound
            case .exists: .exists
            case .conflict: .conflict
            case .invalid: .invalid
            case .infeasible: .infeasible
            case .tooLarge: .tooLarge
            case .busy, .timeout: .temporary
            case .denied: .denied
            case .internal: .internalError
            }
    }

    /// The status for a spreadsheet that cannot be read or written.
    public init(_ error: SpreadsheetError) {
        self =
            switch error {
            case .unreadable: .noInput
            case .tooLarge, .unpacksTooLarge, .tooManyCells, .tooMuch, .unwritableCell, .sheetTooLarge: .tooLarge
            case .notAWorkbook, .oldOrLocked, .unknownKind, .noTables: .invalid
            case .unwritable: .cannotCreate
            }
    }

    /// The status for an error of the client.
    public init(_ error: ClientError) {
        self =
            switch error {
            case .noEndpoint, .badEndpoint: .usage
            case .unreachable, .closed: .unavailable
            case .foreign: .protocolError
            case .unreadable: .noInput
            case .unwritable: .cannotCreate
            case .refused(let error, records: _): ExitStatus(error.code)
            case .spreadsheet(let error): ExitStatus(error)
            case .faulty: .invalid
            case .violations: .violations
            }
    }
}
