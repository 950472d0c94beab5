extension CommandTable {
    /// Why a request is held or not, and what would change that.
    static let explain = CommandSpec(.explain, .explain)
        .week()
        .argument(.request, .identifier, "identifier of the request; absent: all without a session", optional: true)
        .version()
        .fails(.notFound, "no request of that id, or no plan and no contradiction")
        .reply(
            "OK week=ID version=V requests=N",
            .record("a request", ExplanationRecord.self)
        )
        .reply(
            "OK week=ID revision=R contradictions=N",
            .record(
                "a pin or hard limit, where the week as it is now has no plan because they contradict each other",
                ContradictionRecord.self)
        )
        .remark(codes + " " + details)

    private static let codes =
        "`code` is a word for programs. It is `held` for a request with a session. Nothing could hold it: "
        + "`no-slots`, `duration`, `frozen`, `no-venue`, `venue-kind`, `venue-capacity`, `venue-equipment`, "
        + "`venue-closed`, `skill-missing`, `crew-too-small`, `crew-too-far`, `crew-away`, "
        + "`no-common-option`, `pinned`, `cyclic-after`, `predecessor-impossible`, `predecessor-too-late`. "
        + "The plan stands in its way: `venue-taken`, `crew-busy`, `crew-travel`, `audience-busy`, "
        + "`fund-exhausted`, `predecessor-not-held`, `predecessor-not-over`, `cap-reached`. Nothing does: "
        + "`not-worth` (it would cost more points than it is worth), `possible`. Anything else: `other`. "
        + "Programs accept codes that are not listed here."

    private static let details =
        "`options`, `rules` and what follows them come only where one request is asked for, apart from `options`, `rules` "
        + "and `change`. `nearest` and `remedies` come where the request fits nowhere. A place of `nearest` is "
        + "`{\"start\",\"township\",\"venue\",\"blocked\"}`, and `blocked` a list of "
        + "`{\"rule\",\"code\",\"text\",\"textZh\",…}` with the codes above or `slot-not-allowed`, and with the identifiers "
        + "that it is about. A remedy is `{\"changes\",\"session\",\"delta\",\"terms\",\"yuan\",\"moves\",\"edits\",\"text\","
        + "\"textZh\"}`. `changes` is a list of `{\"kind\",\"text\",\"textZh\",…}`, with `kind` one of `move`, `drop`, `hold` "
        + "(another session), `fund`, `cap`, `limit` (sessions of a member), `away`, `closed`, `order` (`after`), "
        + "`slots`, `kinds` (of venue), `pin`, `unfit` (capacity or equipment of a venue), `reach` (how far a member goes), `supply` (further members). With any one "
        + "of the changes left out, no session of the request fits, whatever the extent of the others. `session` is what "
        + "it gets, `delta` and `terms` what the objective changes by with everything together, `yuan` by how much funds "
        + "are raised, `moves` as in `SUGGEST`, `edits` what is changed of the week, as `EDIT` and `REPLAN` take it. Every "
        + "remedy was carried out on a copy and passed the check. The second reply comes where the latest plan is older "
        + "than the week, or there is none, and `request` is absent: each of its records but the clash, "
        + "which says why, is needed for the contradiction."
}
