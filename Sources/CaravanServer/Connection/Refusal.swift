import CaravanCore
import CaravanProtocol
import CaravanReport
import CaravanSolver
import CaravanStore
import Logging

/// Turns whatever a handler throws into the reply that says so.
enum Refusal {
    static func reply(to error: any Error, _ logger: Logger) -> Reply {
        switch error {
        case let known as ProtocolError: return .failure(known)
        case let known as ReplyError: return known.reply
        case let store as StoreError: return .failure(of: store, logger)
        case let server as ServerError: return .failure(ProtocolError(server.protocolCode, server.message))
        case let week as WeekFaults: return invalid("the week", week.faults)
        case let plan as PlanFaults: return invalid("the plan", plan.faults)
        case let edit as EditError: return reply(to: edit)
        case let solve as SolveError: return .failure(solve.refusal, records: solve.contradictions)
        case let calendar as CalendarError: return reply(to: calendar)
        case let json as JSONError: return invalid("the body", [Fault(path: "", message: json.description)])
        case is CancellationError: return .failure(ProtocolError(.busy, "the daemon is shutting down"))
        default:
            logger.error("a command failed unexpectedly", metadata: ["error": "\(error)"])
            return .failure(ProtocolError(.internal, "the daemon failed: \(error)"))
        }
    }

    /// One record a fault, then `ERR invalid`.
    static func invalid(_ what: String, _ faults: [Fault]) -> Reply {
        let first = faults.first.map { $0.path.isEmpty ? $0.message : "\($0.path): \($0.message)" } ?? ""
        let count = faults.count == 1 ? "1 fault" : "\(faults.count) faults"
        let error = ProtocolError(
            .invalid, "\(what) is not sound, nothing was changed (\(count)): \(first)",
            fields: ["faults": String(faults.count)])
        let records = faults.map { ["path": .string($0.path), "message": .string($0.message)] as JSON }
        return .failure(error, records: records)
    }

    private static func reply(to calendar: CalendarError) -> Reply {
        switch calendar {
        case .unknownSubject: .failure(ProtocolError(.notFound, calendar.description))
        case .unknownZone: invalid("the week", [Fault(path: "timezone", message: calendar.description)])
        }
    }

    private static func reply(to edit: EditError) -> Reply {
        if edit.code == .unsound { return invalid("the edited week", edit.faults) }
        let path = edit.index.map { "[\($0)]" } ?? ""
        let fault: JSON = ["path": .string(path), "message": .string(edit.reason)]
        return .failure(
            ProtocolError(.invalid, "\(edit.description); nothing was changed", fields: ["faults": "1"]),
            records: [fault])
    }
}

extension SolveError {
    /// A record for each of the demands and limits that contradict each other.
    var contradictions: [JSON] { if case .infeasible(let found) = self { found.map(\.record) } else { [] } }

    /// What a client hears.
    var refusal: ProtocolError {
        switch self {
        case .infeasible(let reasons): ProtocolError(.infeasible, reasons.joined(separator: "; "))
        case .badParameters(let reason): ProtocolError(.usage, reason)
        case .internalFailure(let reason): ProtocolError(.internal, reason)
        }
    }
}

extension Reply {
    fileprivate static func failure(of store: StoreError, _ logger: Logger) -> Reply {
        // A client that is gone is no trouble of the store's.
        if store.protocolCode == .internal, !Task.isCancelled {
            logger.error("the store failed", metadata: ["error": "\(store)"])
        }
        return .failure(ProtocolError(store.protocolCode, store.message))
    }
}
