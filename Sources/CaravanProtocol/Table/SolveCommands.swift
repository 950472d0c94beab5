extension CommandTable {
    private static let outcome = "OK job=J version=V objective=X bound=X gap=X status=S"

    /// Verbs that make plans.
    static let solveCommands: [CommandSpec] = [
        CommandSpec(.solve, "Make a plan: search and integer programming under a time limit.", "求解：在限定时间内编制方案。")
            .week().solverOptions()
            .option("wait", .flag, default: "no", "whether the closing line waits for the end of the job")
            .reply("OK job=J")
            .reply("\(outcome)")
            .fails(.infeasible, "with `wait=yes`: no plan keeps the hard rules; the message names what contradicts")
            .fails(.conflict, "with `wait=yes`: the job was cancelled")
            .fails(.busy, "the queue of jobs is full, or with `wait=yes`: the daemon shut down before the job was done")
            .remark(
                "Without `wait` the first closing line comes at once and the job runs on when the connection ends; "
                    + "with `wait=yes` the second one comes at the end. `version` is the new plan version, `gap` "
                    + "(objective − bound) / max(1, |objective|), `status` `optimal` (gap ≤ 1e-6) or `feasible`."),
        CommandSpec(.replan, "Apply edits, then solve against a baseline plan.", "应用修改后，以既有方案为基准重新编排。")
            .week()
            .option("baseline", .version, default: "published", "the plan against which changes cost points")
            .option("freeze", .slot, "sessions of the baseline that start before it stay")
            .solverOptions()
            .option("wait", .flag, default: "no", "whether the closing line waits for the end of the job")
            .body("a JSON list of edits", limit: BodyLimit.edits, optional: true)
            .reply("OK job=J revision=N baseline=V")
            .reply("\(outcome) revision=N baseline=V", difference)
            .fails(.notFound, "no such week or version, or no plan is published and `baseline` is absent")
            .fails(.invalid, "an edit cannot be applied or makes the week unsound, as in `EDIT`; nothing is changed")
            .fails(.infeasible, "with `wait=yes`: frozen sessions, pins and rules contradict each other")
            .fails(.conflict, "with `wait=yes`: the job was cancelled")
            .fails(.busy, "the queue of jobs is full, or with `wait=yes`: the daemon shut down before the job was done")
            .remark(
                "The edits are applied all or none and make a new revision of the week, which stays whatever becomes of "
                    + "the job; without a body, or with `[]`, the latest revision is planned again. The baseline may be "
                    + "a version made for an older revision. `freeze` and the baseline are looked at before anything "
                    + "is stored. With `wait=yes` the records are the differences from the baseline, as in `DIFF`; "
                    + "without it `DIFF` tells them afterwards."),
        CommandSpec(.suggest, "Find the best placements of one request with nothing else moved.", "为一项申请推荐最佳安排。")
            .week()
            .argument("request", .identifier, "identifier of the request")
            .option("top", .count(1...1000), default: "5", "how many placements")
            .version()
            .body("a request that is not stored, as for SUBMIT", limit: BodyLimit.edits, optional: true)
            .reply(
                "OK week=ID version=V request=ID held=yes|no objective=X placements=N",
                .record(
                    "a placement, the best first",
                    [
                        "start": "slot instance", "township": "identifier", "venue": "identifier",
                        "crew": "identifiers", "delta": "change of the objective; negative is better",
                        "terms": "its change by term, as in a plan document",
                        "yuan": "charged by the session and by the trips that it alone makes necessary",
                        "funds": "the same by fund; funds that pay nothing are left out",
                    ])
            )
            .fails(.notFound, "no request of that id, and no body")
            .fails(.exists, "a body for a request that is stored")
            .fails(.invalid, "the body is no sound request; records name its faults")
            .remark(
                "Each placement keeps every hard rule with all other sessions where they are, and has the best crew that "
                    + "is free for it. `delta` and `terms` are against the plan as it is, in which a request without a "
                    + "session costs its value; a request that is held (`held=yes`) is taken out first. The week is the "
                    + "revision of the plan; a request that was added later is judged as if it came in the body. "
                    + "`objective` is that of the plan as it is, with that request. Nothing is stored."),
    ]

    static let difference = RecordSpec.record(
        "a request whose session differs, by request id",
        [
            "request": "identifier", "title": "its title", "kind": "`added`, `dropped` or `changed`",
            "changes": "for `changed`: a list out of `start`, `township`, `venue`, `crew`",
            "from": "the session in the first version; absent for `added`",
            "to": "the session in the second version; absent for `dropped`",
            "cost": "points that the change costs by the week's weights `drop`, `move`, `venue`, `crew`",
            "text": "the difference as a line for people, in English", "textZh": "the same in Chinese",
        ])
}
