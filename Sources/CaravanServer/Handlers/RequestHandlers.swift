import CaravanCore
import CaravanLanguage
import CaravanProtocol

/// Verbs that change a week: one planner's request, or a list of edits.
enum RequestHandlers {
    @Sendable static func submit(_ exchange: Exchange) async throws -> Reply {
        let request = try await exchange.json()
        return try await change(exchange, request: request["id"]?.string ?? "") {
            try WeekEdits.submit(request, to: $0)
        }
    }

    /// Sets the fields that the body names and keeps the others; `null` takes a field away (RFC 7386).
    @Sendable static func amend(_ exchange: Exchange) async throws -> Reply {
        let id = exchange.id(.request)
        let patch = try await exchange.json()
        return try await change(exchange, request: id) { document in
            guard let fields = patch.object else { throw EditError(.notObject) }
            let known = document["requests"]?.array?.first { $0["id"]?.string == id }
            guard var request = known?.object else { throw EditError(.unknown(.request, id)) }
            for field in fields.fields { request[field.key] = field.value == .null ? nil : field.value }
            return try WeekEdits.amend(id, with: .object(request), in: document)
        }
    }

    @Sendable static func withdraw(_ exchange: Exchange) async throws -> Reply {
        let id = exchange.id(.request)
        return try await change(exchange, request: id) { document in
            guard document["requests"]?.array?.contains(where: { $0["id"]?.string == id }) == true else {
                throw EditError(.unknown(.request, id))
            }
            return try WeekEdits.withdraw(id, from: document)
        }
    }

    @Sendable static func edit(_ exchange: Exchange) async throws -> Reply {
        let edits = try await exchange.json()
        let change = WeekChange(cause: "EDIT", expecting: exchange.expected) {
            try WeekEdits.apply(edits, to: $0)
        }
        let stored = try await change.apply(to: exchange.id(.week), in: exchange.services)
        return .ok([
            "week": stored.week.id, "edits": String(edits.array?.count ?? 0), "revision": String(stored.head.revision),
        ])
    }

    private static func change(
        _ exchange: Exchange, request: String, _ edit: @escaping @Sendable (JSON) throws -> JSON
    ) async throws -> Reply {
        let change = WeekChange(cause: exchange.invocation.verb.rawValue, expecting: exchange.expected, edit: edit)
        do {
            let stored = try await change.apply(to: exchange.id(.week), in: exchange.services)
            return .ok(["week": stored.week.id, "request": request, "revision": String(stored.head.revision)])
        } catch let error as EditError {
            switch error.code {
            case .exists: throw ProtocolError(.exists, RefusedDocument.exists(error.fault))
            case .unknown: throw ProtocolError(.notFound, RefusedDocument.inWeek(exchange.id(.week), error.fault))
            case .malformed, .unsound: throw error
            }
        }
    }
}
