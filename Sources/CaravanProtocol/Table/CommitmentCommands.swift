import CaravanCore

extension CommandTable {
    /// Verbs about how firmly sessions have been promised.
    static let commitmentCommands: [CommandSpec] = [
        CommandSpec(.commit, .commit)
            .week()
            .arguments(.request, .identifier, "identifiers of the requests whose sessions are meant")
            .option(
                .state, .choice(CommitmentState.allCases.map(\.rawValue) + [unmarked]), required: true, states
            )
            .option(
                .version, .version, "the plan whose sessions are meant; absent: the published one, else the latest"
            )
            .changes()
            .reply("OK week=ID state=S requests=N version=V")
            .fails(.notFound, "no such request or version, or no plan yet")
            .fails(.conflict, "a request has no session in that version, or the week was changed meanwhile")
            .remark(
                "All requests are marked or none. A mark is kept until another one takes its place, the request is "
                    + "withdrawn or the week is dropped; `\(unmarked)` takes it away. A session that nobody marked counts "
                    + "as `published`. Marks work in `REPLAN`: the points that a change of a marked session of the "
                    + "baseline costs are multiplied by the factors above, and nothing else changes. The plan is then "
                    + "the best by the objective with these factors; its document states the plain objective, terms, "
                    + "bound and gap, and in `commitment` the points that the factors add and objective, bound and gap "
                    + "with them. `status` is about the plain objective."),
        CommandSpec(.commitments, .commitments)
            .week()
            .option(.version, .version, "whose sessions are listed; absent: the published plan, else the latest")
            .reply(
                "OK week=ID version=V sessions=N marked=N",
                .record("a session, or a marked request without one, by request id", CommitmentRecord.self)
            )
            .fails(.notFound, "no such version, or no plan yet"),
    ]

    /// The word that takes a mark away.
    public static let unmarked = "none"

    /// The states with their factors, out of `CommitmentState`.
    private static let states: String = {
        let each = CommitmentState.allCases.map { state in
            let it = state.factors
            let factors = [it.move, it.venue, it.crew, it.drop].map { plainDecimal($0) }
            return "\(state.rawValue) \(factors.joined(separator: "/"))"
        }
        return "how firmly, with the factors on the weights move/venue/crew/drop: "
            + each.joined(separator: ", ") + "; \(unmarked) takes a mark away"
    }()
}
