import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver
import CaravanStore

/// The verb that makes a plan out of another one.
enum ReplanHandlers {
    @Sendable static func replan(_ exchange: Exchange) async throws -> Reply {
        let options = ReplanOptions(exchange)
        if options.hasFrontier, !options.waits { throw ProtocolError(.usage, RefusedCommand.frontierAlone) }
        return try await Replanning(exchange, options).reply()
    }
}

/// A replanning against a baseline.
private struct Replanning {
    let exchange: Exchange
    let options: ReplanOptions
    let baseline: PlanInContext

    private var services: Services { exchange.services }

    init(_ exchange: Exchange, _ options: ReplanOptions) async throws {
        if case .published = options.baseline,
            try await exchange.services.store.publishedVersion(of: options.week) == nil
        {
            throw ProtocolError(.notFound, RefusedCommand.noBaseline(options.week))
        }
        (self.exchange, self.options) = (exchange, options)
        baseline = try await PlanInContext(exchange, option: .baseline)
    }

    func reply() async throws -> Reply {
        try await services.board.requireRoom()
        let (week, change) = try await editedWeek()
        let request = request(week, change, try await parameters(for: week.week))
        let job = try await services.board.submit(request)
        guard options.waits else { return .ok(pending(job, request)) }
        var fields = try await JobHandlers.outcome(awaited: job.id, exchange)
        guard let plan = try await plan(of: job.id) else { return .ok(fields) }
        let records = try await exchange.work(.prompt) { [baseline, options] in
            try DifferenceAnswer(from: baseline, to: plan, in: week.week, options.told).records
        }
        guard options.hasFrontier else { return .ok(fields, records: records) }
        for record in records { try await exchange.sink.write(ReplyWriter.record(record)) }
        try await addFrontier(to: plan, request, &fields)
        return .ok(fields)
    }

    /// What is known while the job runs.
    private func pending(_ job: JobRecord, _ request: JobRequest) -> ReplyFields {
        var fields: ReplyFields = ["job": String(job.id)]
        if !options.isPreview { fields.set("revision", request.week.head.revision) }
        fields.set("edits", request.edits.map { $0 == .kept ? "stored" : "pending" })
        fields.set("baseline", baseline.summary.version)
        if options.isPreview { fields.set("preview", "yes") }
        return fields
    }

    /// The job: a preview, or a replanning with which the edits are stored unless they are stored already.
    private func request(_ week: StoredWeek, _ change: WeekChange?, _ parameters: SolveParameters) -> JobRequest {
        var request = JobRequest(
            week: week, kind: options.isPreview ? JobRequest.preview : "replan", parameters: parameters)
        request.expected = options.expected
        if options.isPreview {
            request.purpose = .proposal(isEdited: change != nil)
            return request
        }
        request.edits = change.map { _ in options.keepsEdits ? .kept : .withPlan }
        request.purpose = .version(edits: options.keepsEdits ? nil : change)
        // Edits that are stored already have moved the week on, and stay whatever else comes.
        if options.keepsEdits, change != nil { request.expected = nil }
        return request
    }

    /// The plan that a job made, stored or proposed; nil where it made none.
    private func plan(of job: Int) async throws -> Plan? {
        if let entry = services.board.proposals.entry(of: job) { return entry.proposal.plan }
        let record = try await services.board.record(job)
        guard let version = record.version else { return nil }
        let stored = try await services.store.plan(of: record.week, .number(version))
        return try await services.plan(stored)
    }

    /// Edits without effect leave the baseline as it is, and what was proven of its week holds, since disruption only adds.
    private func parameters(for week: Week) async throws -> SolveParameters {
        var parameters = options.parameters
        parameters.baseline = baseline.plan
        parameters.freeze = options.freeze
        // Read after the edits: what they withdraw is promised no more.
        parameters.commitments = try await exchange.commitments(for: baseline.plan, in: week)
        // Always from the store, whose prices are rounded: a daemon that was started anew gives the same plan.
        let duals = try await services.store.duals(of: week.id, version: baseline.summary.version)
        let isUnchanged: Bool
        (parameters.duals, parameters.reached, isUnchanged) = try await exchange.work(.prompt) { [baseline] in
            (
                duals.flatMap(DualStart.init(encoded:)), week.decisionsReached(from: baseline.week, in: baseline.plan),
                week.saysTheSame(as: baseline.week)
            )
        }
        guard isUnchanged else { return parameters }
        parameters.keepsBaseline = true
        parameters.knownBound = try await services.store.provenBound(
            of: week.id, revision: baseline.summary.revision)
        return parameters
    }

    /// The latest revision and nil, or a copy with the edits in the body and these; with `keep=yes` the copy is stored.
    private func editedWeek() async throws -> (week: StoredWeek, change: WeekChange?) {
        guard let edits = try await edits() else {
            let week = try await services.weeks.week(options.week)
            try options.accept(week.week, against: baseline.week)
            return (week, nil)
        }
        var change = WeekChange(cause: "REPLAN", expecting: options.expected) { try WeekEdits.apply(edits, to: $0) }
        change.accept = { [options, baseline] in try options.accept($0, against: baseline.week) }
        let isStored = options.keepsEdits && !options.isPreview
        let week =
            isStored
            ? try await change.apply(to: options.week, in: services)
            : try await change.preview(of: options.week, in: services)
        return (week, change)
    }

    /// The edits in the body; nil where there are none.
    private func edits() async throws -> JSON? {
        guard exchange.invocation.body?.isEmpty == false else { return nil }
        let edits = try await exchange.json()
        return edits.array?.isEmpty == true ? nil : edits
    }

    /// Works out the frontier as a job of its own and sends its records. The plan is there whatever becomes of that: where
    /// it fails or is cancelled, the closing line says so and is `OK` all the same.
    private func addFrontier(
        to plan: Plan, _ request: JobRequest, _ fields: inout ReplyFields
    ) async throws {
        let points = AnswerCount()
        do {
            let study = StudyConversation(exchange, kind: JobRequest.frontier, of: request.week, request.parameters)
            _ = try await study.run { run, send throws(SolveError) in
                let frontier = try run.engine.frontier(to: plan, of: run.week, run.parameters, run.control)
                for record in frontier.records {
                    _ = points.increment()
                    send(record.json)
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

extension ReplanOptions {
    /// Sees to it that the edited week has what the arguments name.
    fileprivate func accept(_ week: Week, against before: Week) throws {
        if let freeze, week.calendar.instance(named: freeze) == nil {
            let (first, last) = (week.calendar.name(of: 0), week.calendar.name(of: week.calendar.count - 1))
            throw ProtocolError(.usage, RefusedCommand.freeze(freeze, week.id, first, last))
        }
        if let party = told.party { _ = try Party(party, in: week, before) }
    }
}

extension DisruptionFrontier {
    /// A record a point.
    fileprivate var records: [FrontierRecord] {
        points.enumerated().map { position, point in
            var record = FrontierRecord()
            (record.changes, record.objective) = (point.changes, point.objective)
            (record.bound, record.gap) = (point.bound, point.gap)
            record.least = position == 0 ? isLeastProven : nil
            return record
        }
    }
}
