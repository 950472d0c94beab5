import ArgumentParser
import CaravanLanguage
import CaravanProtocol

/// What a solve may be told; absent: the daemon's defaults.
struct SolverOptions: ParsableArguments {
    @Option(
        help: .saying(.solveLimit, valueName: "duration"))
    var limit: String?

    @Option(
        help: .saying(.gap, valueName: "ratio")
    )
    var gap: String?

    @Option(help: .saying(.seed, valueName: "n"))
    var seed: String?

    @Option(help: .saying(.work, valueName: "n"))
    var work: String?
}

struct Solve: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: summary(of: .solve),
            discussion: CommandNote.solve[.ofProcess])
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @OptionGroup var solver: SolverOptions
    @Flag(inversion: .prefixedNo, help: .saying(.wait)) var wait = true
    @OptionGroup var condition: ConditionOption

    func request() -> ClientRequest {
        ClientRequest(
            .solve, [week],
            [
                "limit": solver.limit, "gap": solver.gap, "seed": solver.seed, "work": solver.work,
                "if": condition.revision,
            ])
    }

    func perform(_ session: CommandSession) async throws {
        try await session.submit(request(), week: week, waits: wait) { text($0, $1) }
    }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.queued, style) }
}

struct Replan: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: summary(of: .replan),
            discussion: CommandNote.replan[.ofProcess])
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(
        help: .saying(.editsFile, valueName: "file"), completion: .file())
    var edits: String?
    @Option(
        help: .saying(.baselinePublished, valueName: "version")
    )
    var baseline: String?
    @Option(help: .saying(.freeze, valueName: "date.slot"))
    var freeze: String?
    @OptionGroup var told: ToldOptions
    @OptionGroup var solver: SolverOptions
    @Flag(inversion: .prefixedNo, help: .saying(.wait)) var wait = true
    @Flag(help: .saying(.frontier)) var frontier = false
    @Flag(help: .saying(.preview)) var preview = false
    @Flag(help: .saying(.keepEdits)) var keep = false
    @OptionGroup var condition: ConditionOption

    func validate() throws {
        if frontier && !wait { throw UsageError.error(.frontierWithoutWait) }
    }

    func request() -> ClientRequest {
        ClientRequest(
            .replan, [week],
            [
                "baseline": baseline, "freeze": freeze, "limit": solver.limit, "gap": solver.gap, "seed": solver.seed,
                "work": solver.work, "for": told.party, "by": told.grouping, "wait": frontier ? "yes" : nil,
                "frontier": frontier ? "yes" : nil, "preview": preview ? "yes" : nil, "keep": keep ? "yes" : nil,
                "if": condition.revision,
            ], body: edits)
    }

    func perform(_ session: CommandSession) async throws {
        let reply = try await session.ask(request())
        guard wait, let job = reply.fields["job"], let baseline = reply.fields["baseline"] else {
            return session.show(reply) { text(reply, $0) }
        }
        let end = frontier ? reply : try await JobFollower(session, job: job).follow()
        if preview { return try await show(end, proposalOf: job, session) }
        let options: KeyValuePairs<String, String?> = [
            "from": baseline, "to": end.fields["version"], "for": told.party, "by": told.grouping,
        ]
        let differences = try await session.ask(ClientRequest(.diff, [week], options))
        try show(end, differences, counts: .differences, end: .solved, session)
    }

    private func show(_ end: Reply, proposalOf job: String, _ session: CommandSession) async throws {
        let options: KeyValuePairs<String, String?> = ["for": told.party, "by": told.grouping]
        let proposal = try await session.ask(ClientRequest(.proposal, [job], options))
        try show(end, proposal, counts: .proposalCounts, end: .proposed, hint: .acceptHint, session)
    }

    private func show(
        _ end: Reply, _ differences: Reply, counts: ClientText, end sentence: ClientText, hint: ClientText? = nil,
        _ session: CommandSession
    ) throws {
        let points = end.records.filter { $0["kind"]?.string == FrontierRecord.kind }
        try session.show(Reply(records: differences.records + points, closing: end.closing)) { style in
            let report =
                told.byMember
                ? try NoticeReport(differences).text(style)
                : try DifferenceReport(differences, counts: counts).text(style)
            let committed = end.fields["committed"] == nil ? "" : end.line(ClientText.committed, style)
            let next = hint.map { style.dim(end.line($0, style)) } ?? ""
            let frontier = FrontierReport(points.compactMap(FrontierRecord.init(json:)))
            return report + frontier.text(style) + end.line(sentence, style) + committed + next
        }
    }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.queued, style) }
}

extension CommandSession {
    /// Sends a job, and follows it to its end if asked to.
    func submit(
        _ request: ClientRequest, week: String, waits: Bool, _ text: (Reply, Style) -> String
    ) async throws {
        let reply = try await ask(request)
        guard waits, let job = reply.fields["job"] else { return show(reply) { text(reply, $0) } }
        let end = try await JobFollower(self, job: job).follow()
        show(end) { style in
            let version = end.fields["version"] ?? ""
            let hint = style.text(ClientText.seePlan, ["week": week, "version": version])
            return end.line(ClientText.solved, style) + (version.isEmpty ? "" : style.dim(hint) + "\n")
        }
    }
}
