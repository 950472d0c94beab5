import CaravanCore
import CaravanProtocol
import CaravanSolver

/// The verb that makes a plan out of another one.
enum ReplanHandlers {
    @Sendable static func replan(_ exchange: Exchange) async throws -> Reply {
        let baseline = try await baseline(exchange)
        try await exchange.services.board.requireRoom()
        let week = try await editedWeek(exchange, baseline)
        var parameters = JobHandlers.parameters(exchange.invocation)
        parameters.baseline = baseline.plan
        parameters.freeze = exchange.invocation.text("freeze")
        // Read after the edits: what they withdraw is promised no more.
        parameters.commitments = try await exchange.commitments(for: baseline.plan)
        let request = JobRequest(week: week, kind: "replan", parameters: parameters)
        let job = try await exchange.services.board.submit(request)
        guard exchange.invocation.flag("wait") else {
            var fields: ReplyFields = ["job": String(job.id)]
            fields.set("revision", week.head.revision)
            fields.set("baseline", baseline.summary.version)
            return .ok(fields)
        }
        var reply = try await JobHandlers.closing(awaited: job.id, exchange)
        let version = try await exchange.services.board.record(job.id).version
        reply.records = try await differences(from: baseline, to: version, week.week, exchange)
        return reply
    }

    /// The plan against which changes cost points.
    private static func baseline(_ exchange: Exchange) async throws -> PlanInContext {
        let week = exchange.id("week")
        if case .published = exchange.invocation.version("baseline"),
            try await exchange.services.store.publishedVersion(of: week) == nil
        {
            throw ProtocolError(
                .notFound,
                "no plan of week \(week) is published to replan against; PUBLISH one, or name one with baseline=V")
        }
        return try await PlanInContext(exchange, option: "baseline")
    }

    /// The latest revision, or the one that the edits in the body make.
    private static func editedWeek(_ exchange: Exchange, _ baseline: PlanInContext) async throws -> StoredWeek {
        let accept: @Sendable (Week) throws -> Void = { [invocation = exchange.invocation] week in
            try requireSlot(invocation.text("freeze"), in: week)
            if let id = invocation.text("for") { _ = try Party(id, in: week, before: baseline.week) }
        }
        let id = exchange.id("week")
        let hasBody = exchange.invocation.body?.isEmpty == false
        let edits = hasBody ? try await exchange.json() : .array([])
        guard edits.array?.isEmpty == true else {
            var change = WeekChange(cause: "REPLAN") { try WeekEdits.apply(edits, to: $0.document) }
            change.accept = accept
            return try await change.apply(to: id, in: exchange.services)
        }
        let week = try await exchange.services.weeks.week(id)
        try accept(week.week)
        return week
    }

    /// - Throws: `ProtocolError` where the week has no such slot to freeze at.
    private static func requireSlot(_ freeze: String?, in week: Week) throws {
        guard let freeze, week.calendar.instance(named: freeze) == nil else { return }
        let (first, last) = (week.calendar.name(of: 0), week.calendar.name(of: week.calendar.count - 1))
        throw ProtocolError(
            .usage,
            "freeze is \(freeze), which is no slot of week \(week.id); its slots are \(first) to \(last); "
                + "nothing was changed")
    }

    private static func differences(
        from baseline: PlanInContext, to version: Int?, _ week: Week, _ exchange: Exchange
    ) async throws -> [JSON] {
        guard let version else { return [] }
        let stored = try await exchange.services.store.plan(of: week.id, .number(version))
        let plan = try Plan(document: JSON(parsing: stored.text))
        return try DifferenceAnswer(from: baseline, to: plan, in: week, exchange.invocation).records
    }
}
