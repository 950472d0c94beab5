import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanStore

/// Verbs about replannings that are looked at before they are stored.
enum ProposalHandlers {
    @Sendable static func show(_ exchange: Exchange) async throws -> Reply {
        let proposal = try await entry(exchange).proposal
        let plan = proposal.plan
        let week = try await week(of: proposal, exchange.services)
        let baseline = try await PlanInContext(version: plan.baseline ?? 0, of: week.id, exchange.services)
        let answer = try await exchange.work(.prompt) { [options = ToldOptions(exchange.invocation)] in
            try DifferenceAnswer(from: baseline, to: plan, in: week, options)
        }
        var fields: ReplyFields = ["job": String(proposal.job), "week": week.id]
        fields.set("revision", proposal.basis.revision)
        fields.set("baseline", plan.baseline)
        fields.set(figuresOf: plan)
        fields.set("added", answer.counted.count(.added))
        fields.set("dropped", answer.counted.count(.dropped))
        fields.set("changed", answer.counted.count(.changed))
        fields.set("disruption", plan.terms?.disruption)
        fields.set("members", answer.members)
        fields.set(plan.commitment)
        return .ok(fields, records: answer.records)
    }

    @Sendable static func accept(_ exchange: Exchange) async throws -> Reply {
        let services = exchange.services
        let entry = try await entry(exchange)
        let proposal = entry.proposal
        let isPublished = exchange.invocation.flag(.publish)
        let accepted = try await services.changes.run(proposal.basis.week) {
            try await services.store.accept(proposal, publishing: isPublished, expecting: exchange.expected)
        }
        if proposal.edited != nil { services.weeks.keep(entry.week.stored(as: accepted.head)) }
        services.board.proposals.remove(proposal.job)
        var fields: ReplyFields = ["week": accepted.head.week]
        fields.set("revision", accepted.head.revision)
        fields.set("version", accepted.version)
        if isPublished { fields.set("published", accepted.version) }
        fields.set("previous", accepted.previous)
        return .ok(fields)
    }

    /// The proposal of the job that the command names.
    /// - Throws: `ProtocolError` `conflict` where there is none, with what has become of it.
    private static func entry(_ exchange: Exchange) async throws -> ProposalShelf.Entry {
        let board = exchange.services.board
        let job = try await board.record(exchange.job)
        if job.kind == JobRequest.preview, let version = job.version {
            throw ProtocolError(
                .conflict, RefusedByStore.accepted(job.id, version),
                fields: ["job": String(job.id), "version": String(version)])
        }
        if let entry = board.proposals.entry(of: job.id), job.state == .done { return entry }
        throw ProtocolError(.conflict, reason(against: job), fields: ["job": String(job.id)])
    }

    private static func reason(against job: JobRecord) -> Bilingual {
        guard job.kind == JobRequest.preview else {
            return RefusedJob.noPreview(job.id, Bilingual(job.kind, KnownWord.name(of: job.kind, in: .chinese)))
        }
        return switch job.state {
        case .queued, .running:
            RefusedJob.stillRuns(job.id, job.state.word)
        case .failed, .cancelled, .interrupted: RefusedJob.noProposal(job.id, job.state.word)
        case .done:
            RefusedJob.proposalGone(job.id, ProposalShelf.capacity)
        }
    }

    /// The week that a proposal is a plan for.
    private static func week(of proposal: ProposedPlan, _ services: Services) async throws -> Week {
        if let edited = proposal.edited { return edited }
        return try await services.weeks.revision(of: proposal.basis.week, proposal.basis.revision).sound().week
    }
}

extension ProposalShelf.Entry {
    /// What a client hears that waited for the preview.
    var outcome: ReplyFields {
        var fields: ReplyFields = ["job": String(proposal.job)]
        fields.set(figuresOf: proposal.plan)
        fields.set("termination", termination)
        fields.set("baseline", proposal.plan.baseline)
        fields.set("preview", "yes")
        fields.set(proposal.plan.commitment)
        return fields
    }
}

extension ReplyFields {
    /// Sets objective, bound, gap and status of a plan that is not stored.
    fileprivate mutating func set(figuresOf plan: Plan) {
        set("objective", plan.objective)
        set("bound", plan.bound)
        set("gap", plan.gap)
        set("status", plan.status?.rawValue)
    }
}

extension JobState {
    /// The word for it.
    var word: Bilingual { Bilingual(rawValue, KnownWord.name(of: rawValue, in: .chinese)) }
}
