import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver
import CaravanStore

/// The verb that makes a plan out of another one.
enum ReplanHandlers {
    @Sendable static func replan(_ exchange: Exchange) async throws -> Reply {
        if exchange.invocation.flag("frontier"), !exchange.invocation.flag("wait") {
            throw ProtocolError(.usage, RefusedCommand.frontierAlone)
        }
        let isPreview = exchange.invocation.flag("preview")
        let baseline = try await baseline(exchange)
        try await exchange.services.board.requireRoom()
        let (week, change) = try await editedWeek(exchange, baseline)
        let parameters = try await parameters(exchange, baseline, week.week)
        let request = request(exchange.invocation, week, change, parameters)
        let job = try await exchange.services.board.submit(request)
        guard exchange.invocation.flag("wait") else {
            var fields: ReplyFields = ["job": String(job.id)]
            if !isPreview { fields.set("revision", week.head.revision) }
            fields.set("edits", request.edits.map { $0 == .kept ? "stored" : "pending" })
            fields.set("baseline", baseline.summary.version)
            if isPreview { fields.set("preview", "yes") }
            return .ok(fields)
        }
        var reply = try await JobHandlers.closing(awaited: job.id, exchange)
        guard let plan = try await plan(of: job.id, exchange.services) else { return reply }
        reply.records = try await exchange.work(.prompt) { [invocation = exchange.invocation] in
            try DifferenceAnswer(from: baseline, to: plan, in: week.week, invocation).records
        }
        if exchange.invocation.flag("frontier"), case .ok(var fields, let payload) = reply.closing {
            for record in reply.records { try await exchange.sink.write(ReplyWriter.record(record)) }
            try await addFrontier(to: plan, week, parameters, exchange, &fields)
            reply = .ok(fields, payload: payload)
        }
        return reply
    }

    /// The job: a preview, or a replanning with which the edits are stored unless they are stored already.
    private static func request(
        _ invocation: Invocation, _ week: StoredWeek, _ change: WeekChange?, _ parameters: SolveParameters
    ) -> JobRequest {
        if invocation.flag("preview") {
            var request = JobRequest(week: week, kind: JobRequest.preview, parameters: parameters)
            request.purpose = .proposal(isEdited: change != nil)
            request.expected = invocation.integer("if")
            return request
        }
        var request = JobRequest(week: week, kind: "replan", parameters: parameters)
        let isKept = invocation.flag("keep")
        request.edits = change.map { _ in isKept ? .kept : .withPlan }
        request.purpose = .version(edits: isKept ? nil : change)
        // Edits that are stored already have moved the week on, and stay whatever else comes.
        request.expected = isKept && change != nil ? nil : invocation.integer("if")
        return request
    }

    /// The plan that a job made, stored or proposed; nil where it made none.
    private static func plan(of job: Int, _ services: Services) async throws -> Plan? {
        if let entry = services.board.proposals.entry(of: job) { return entry.proposal.plan }
        let record = try await services.board.record(job)
        guard let version = record.version else { return nil }
        let stored = try await services.store.plan(of: record.week, .number(version))
        return try await services.plan(stored)
    }

    /// The plan against which changes cost points.
    private static func baseline(_ exchange: Exchange) async throws -> PlanInContext {
        let week = exchange.id("week")
        if case .published = exchange.invocation.version("baseline"),
            try await exchange.services.store.publishedVersion(of: week) == nil
        {
            throw ProtocolError(
                .notFound,
                RefusedCommand.noBaseline(week))
        }
        return try await PlanInContext(exchange, option: "baseline")
    }

    /// Without a time limit steps are counted, so that the same command gives the same plan. Edits without effect leave
    /// the baseline as it is, and what was proven of its week holds, since disruption only adds.
    private static func parameters(
        _ exchange: Exchange, _ baseline: PlanInContext, _ week: Week
    ) async throws -> SolveParameters {
        var parameters = JobHandlers.parameters(exchange.invocation)
        parameters.isCounted = exchange.invocation.number("limit") == nil
        parameters.baseline = baseline.plan
        parameters.reached = week.decisionsReached(from: baseline.week, in: baseline.plan)
        parameters.freeze = exchange.invocation.text("freeze")
        // Read after the edits: what they withdraw is promised no more.
        parameters.commitments = try await exchange.commitments(for: baseline.plan, in: week)
        // Always from the store, whose prices are rounded: a daemon that was started anew gives the same plan.
        let duals = try await exchange.services.store.duals(of: week.id, version: baseline.summary.version)
        let isUnchanged: Bool
        (parameters.duals, isUnchanged) = try await exchange.work(.prompt) {
            (duals.flatMap(DualStart.init(encoded:)), week.saysTheSame(as: baseline.week))
        }
        guard isUnchanged else { return parameters }
        parameters.keepsBaseline = true
        parameters.knownBound = try await exchange.services.store.provenBound(
            of: week.id, revision: baseline.summary.revision)
        return parameters
    }

    /// The latest revision and nil, or a copy with the edits in the body and these; with `keep=yes` the copy is stored.
    private static func editedWeek(
        _ exchange: Exchange, _ baseline: PlanInContext
    ) async throws -> (week: StoredWeek, change: WeekChange?) {
        let (id, services, invocation) = (exchange.id("week"), exchange.services, exchange.invocation)
        guard let edits = try await edits(exchange) else {
            let week = try await services.weeks.week(id)
            try accept(week.week, invocation, baseline)
            return (week, nil)
        }
        let change = change(edits, exchange, baseline)
        let isStored = invocation.flag("keep") && !invocation.flag("preview")
        let week =
            isStored ? try await change.apply(to: id, in: services) : try await change.preview(of: id, in: services)
        return (week, change)
    }

    /// The edits in the body; nil where there are none.
    private static func edits(_ exchange: Exchange) async throws -> JSON? {
        guard exchange.invocation.body?.isEmpty == false else { return nil }
        let edits = try await exchange.json()
        return edits.array?.isEmpty == true ? nil : edits
    }

    private static func change(_ edits: JSON, _ exchange: Exchange, _ baseline: PlanInContext) -> WeekChange {
        var change = WeekChange(cause: "REPLAN", expecting: exchange.expected) { try WeekEdits.apply(edits, to: $0) }
        change.accept = { [invocation = exchange.invocation] in try accept($0, invocation, baseline) }
        return change
    }

    /// Sees to it that the edited week has what the arguments name.
    @Sendable private static func accept(_ week: Week, _ invocation: Invocation, _ baseline: PlanInContext) throws {
        try requireSlot(invocation.text("freeze"), in: week)
        if let id = invocation.text("for") { _ = try Party(id, in: week, baseline.week) }
    }

    /// - Throws: `ProtocolError` where the week has no such slot to freeze at.
    private static func requireSlot(_ freeze: String?, in week: Week) throws {
        guard let freeze, week.calendar.instance(named: freeze) == nil else { return }
        let (first, last) = (week.calendar.name(of: 0), week.calendar.name(of: week.calendar.count - 1))
        throw ProtocolError(
            .usage,
            RefusedCommand.freeze(freeze, week.id, first, last))
    }

    /// Works out the frontier as a job of its own and sends its records. The plan is there whatever becomes of that: where
    /// it fails or is cancelled, the closing line says so and is `OK` all the same.
    private static func addFrontier(
        to plan: Plan, _ week: StoredWeek, _ parameters: SolveParameters, _ exchange: Exchange,
        _ fields: inout ReplyFields
    ) async throws {
        let points = AnswerCount()
        do {
            let study = StudyConversation(exchange, kind: JobRequest.frontier, of: week, parameters)
            _ = try await study.run { run, send throws(SolveError) in
                let study = try FrontierStudy(
                    week: run.week, parameters: run.parameters, best: plan, control: run.control)
                for record in study.run().records {
                    _ = points.increment()
                    send(record)
                }
                return run.end(nil)
            }
        } catch let error as ProtocolError {
            fields.set("frontierError", error.code.rawValue)
        } catch let error as ServerError {
            fields.set("frontierError", error.protocolCode.rawValue)
        } catch let error as StoreError {
            fields.set("frontierError", error.protocolCode.rawValue)
        }
        fields.set("frontier", points.value)
    }
}

extension DisruptionFrontier {
    /// A record a point.
    fileprivate var records: [JSON] {
        points.enumerated().map { position, point in
            var fields = JSONObject([
                ("kind", .string("frontier")), ("changes", .int(point.changes)),
                ("objective", .figure(point.objective)), ("bound", .figure(point.bound)), ("gap", .figure(point.gap)),
            ])
            if position == 0 { fields["least"] = .bool(isLeastProven) }
            return .object(fields)
        }
    }
}
