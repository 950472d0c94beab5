extension CommandTable {
    /// Verbs that tell about a plan.
    static let analysisCommands: [CommandSpec] = [
        explain,
        CommandSpec(.coverage, .coverage)
            .week().version()
            .option(
                .by, .choice(["township", "county", "audience", "fund", "member", "venue"]), default: "township",
                "what the sessions are grouped by"
            )
            .reply(
                "OK week=ID version=V groups=N sessions=N attendance=N",
                .record("a group, in the order of the week document (counties by name)", CoverageRecord.self)
            )
            .remark("Fields that make no sense for a grouping are absent. Groups without a session are listed too."),
    ]
}
