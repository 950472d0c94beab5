import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanReport
import CaravanSolver
import CaravanStore
import Logging
import NIOCore

/// Turns whatever a handler throws into the reply that says so.
enum Refusal {
    static func reply(to error: any Error, _ logger: Logger) -> Reply {
        switch error {
        case let known as ProtocolError: return .failure(known)
        case let known as ReplyError: return known.reply
        case let store as StoreError: return .failure(of: store, logger)
        case let server as ServerError: return .failure(ProtocolError(server.protocolCode, server.text))
        case let week as WeekFaults: return invalid(.week, week.faults)
        case let stored as UnsoundRevision: return reply(to: stored)
        case let plan as PlanFaults: return invalid(.plan, plan.faults)
        case let edit as EditError: return reply(to: edit)
        case let solve as SolveError: return .failure(solve.refusal, records: solve.contradictions)
        case let party as PartyError: return reply(to: party)
        case CalendarError.unknownZone(let name, let week):
            return invalid(.week, [Fault(path: "timezone", .zoneWithoutCalendar(name, week: week))])
        case let json as JSONError where json.isTooLarge:
            return .failure(ProtocolError(.tooLarge, json.wording))
        case let json as JSONError: return invalid(.body, [Fault(path: "", .notJSON(json))])
        case is ChannelError, is IOError:
            // The client went while a record was on its way to it: nobody reads this.
            logger.debug("a client went before its answer", metadata: ["reason": "\(error)"])
            return .failure(ProtocolError(.timeout, RefusedConnection.daemonFailed("\(error)")))
        case is CancellationError: return .failure(ProtocolError(.busy, RefusedJob.shuttingDown))
        default:
            logger.error("a command failed unexpectedly", metadata: ["error": "\(error)"])
            return .failure(ProtocolError(.internal, RefusedConnection.daemonFailed("\(error)")))
        }
    }

    /// One record a fault, then `ERR invalid`.
    static func invalid(_ what: RefusedDocument, _ faults: [Fault]) -> Reply {
        let error = ProtocolError(
            .invalid, RefusedDocument.unsound(what, count(faults), faults.first?.line ?? .empty),
            fields: ["faults": String(faults.count)])
        return .failure(error, records: faults.map(\.record))
    }

    private static func reply(to stored: UnsoundRevision) -> Reply {
        let (week, revision) = (stored.head.week, String(stored.head.revision))
        let error = ProtocolError(
            .invalid,
            RefusedDocument.storedUnsound(week, revision, count(stored.faults), stored.faults.first?.line ?? .empty),
            fields: ["faults": String(stored.faults.count)])
        return .failure(error, records: stored.faults.map(\.record))
    }

    private static func count(_ faults: [Fault]) -> Bilingual {
        faults.count == 1 ? RefusedDocument.oneFault.bilingual : RefusedDocument.faults(faults.count)
    }

    private static func reply(to party: PartyError) -> Reply {
        switch party {
        case .unknown: .failure(ProtocolError(.notFound, party.text))
        case .ambiguous: .failure(ProtocolError(.usage, party.text))
        }
    }

    private static func reply(to edit: EditError) -> Reply {
        if case .unsound(let faults) = edit.fault { return invalid(.editedWeek, faults) }
        let path = edit.index.map { "[\($0)]" } ?? ""
        return .failure(
            ProtocolError(.invalid, RefusedDocument.unchanged(edit.line), fields: ["faults": "1"]),
            records: [Fault(path: path, .edit(edit.fault)).record])
    }
}

extension SolveError {
    /// A record for each of the demands and limits that contradict each other, or for what makes a model too large.
    var contradictions: [JSON] {
        switch self {
        case .infeasible(let found): found.map(\.record)
        case .tooLarge(let model): model.records
        default: []
        }
    }

    /// What a client hears.
    var refusal: ProtocolError {
        switch self {
        case .infeasible(let reasons): ProtocolError(.infeasible, reasons.sentence)
        case .tooLarge(let model): ProtocolError(.tooLarge, model.text)
        case .stopped: ProtocolError(.conflict, RefusedJob.stoppedBefore)
        case .undecided: ProtocolError(.timeout, RefusedJob.undecided)
        case .unknownFreezePoint(let name): ProtocolError(.usage, RefusedJob.noFreezePoint(name))
        case .tooManyColumns(let format, let columns):
            ProtocolError(.tooLarge, RefusedJob.tooManyColumns(format.rawValue, columns, ModelFormat.mostColumns))
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
        var fields: ReplyFields = [:]
        fields.set("revision", store.revision)
        return .failure(ProtocolError(store.protocolCode, store.text, fields: fields))
    }
}
