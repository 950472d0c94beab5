extension CommandTable {
    private static let outcome = "OK job=J version=V objective=X bound=X gap=X status=S"

    /// Verbs that make plans.
    static let solveCommands: [CommandSpec] = [
        CommandSpec(.solve, .solve)
            .week().solverOptions()
            .option(.wait, .flag, default: "no", "whether the closing line waits for the end of the job")
            .changes()
            .reply("OK job=J")
            .reply("\(outcome)")
            .reply("ERR too-large \"…\" job=J", .record("a request that weighs much", LargeRequestRecord.self))
            .fails(
                .infeasible,
                "with `wait=yes`: no plan keeps the hard rules; records before it name what contradicts, as in `EXPLAIN`"
            )
            .fails(
                .tooLarge,
                "with `wait=yes`: the model of the week needs more memory than it may take; records name the requests that weigh most"
            )
            .fails(.conflict, "with `wait=yes`: the job was cancelled")
            .fails(.busy, "the queue of jobs is full, or with `wait=yes`: the daemon shut down before the job was done")
            .remark(
                "Without `wait` the first closing line comes at once and the job runs on when the connection ends; "
                    + "with `wait=yes` the second one comes at the end. `version` is the new plan version, `gap` "
                    + "(objective − bound) / max(1, |objective|), `status` `optimal` (gap ≤ 1e-6) or `feasible`."),
        CommandSpec(.replan, .replan)
            .week()
            .option(.baseline, .version, default: "published", "the plan against which changes cost points")
            .option(.freeze, .slot, "sessions of the baseline that start before it stay")
            .solverOptions(limit: nil)
            .option(.wait, .flag, default: "no", "whether the closing line waits for the end of the job")
            .toBeTold()
            .option(.frontier, .flag, default: "no", "with `wait=yes`: tell what each further change buys")
            .option(.preview, .flag, default: "no", "change nothing: the plan is a proposal, which `ACCEPT` stores")
            .option(.keep, .flag, default: "no", "store the edits at once, whatever becomes of the job")
            .changes()
            .body("a JSON list of edits", limit: BodyLimit.edits, optional: true)
            .reply("OK job=J revision=N [edits=pending|stored] baseline=V")
            .reply("OK job=J baseline=V preview=yes")
            .reply("\(outcome) [edits=stored] revision=N baseline=V [frontier=N]", difference, frontier)
            .reply("\(outcome) [edits=stored] revision=N baseline=V [frontier=N]", notice, frontier)
            .reply(
                "OK job=J objective=X bound=X gap=X status=S baseline=V preview=yes [frontier=N]", difference, frontier
            )
            .fails(
                .notFound,
                "no such week, version, member, venue, township or fund, or no plan is published and `baseline` is absent"
            )
            .fails(.invalid, "an edit cannot be applied or makes the week unsound, as in `EDIT`; nothing is changed")
            .fails(
                .infeasible,
                "with `wait=yes`: frozen sessions, pins and limits contradict each other; records name them, as in `EXPLAIN`"
            )
            .fails(
                .tooLarge,
                "with `wait=yes`: the model of the week needs more memory than it may take; records name the requests that weigh most"
            )
            .fails(
                .conflict,
                "with `wait=yes`: the job was cancelled, or the edits no longer fit what the week has become meanwhile"
            )
            .fails(.busy, "the queue of jobs is full, or with `wait=yes`: the daemon shut down before the job was done")
            .remark(
                "The edits are applied to a copy of the latest revision, all or none, and stored together with the plan: "
                    + "where the job ends without one, nothing of them is. `revision` is at first the one that the copy "
                    + "was made of, with `edits=pending`, and at the end, also that of `WATCH`, the one that the plan is "
                    + "for, with `edits=stored`. An `ERR` at the end says `edits=discarded`. Where others changed the "
                    + "week while the job ran, the week that was planned is stored as a revision and the latest one with "
                    + "the same edits behind it, so that their changes stay; with `if` the job ends in `conflict` "
                    + "instead. With `keep=yes` the edits are stored before the job begins and stay whatever becomes of "
                    + "it: `edits=stored`, also beside an `ERR`, with their `revision`. Without a body, or with `[]`, "
                    + "the latest revision is planned again. The baseline may be "
                    + "a version made for an older revision. `freeze` and the baseline are looked at before anything "
                    + "is stored. With `wait=yes` the records are the differences from the baseline, as in `DIFF`, "
                    + "`for` and `by` included; without it `DIFF` tells them afterwards. Where sessions of the baseline "
                    + "are marked (`COMMIT`), the closing line says too: `commitment` the points that the marks add, "
                    + "and `committed`, `committedBound`, `committedGap` the objective with them, which the job "
                    + "minimised. `WATCH` and `gap=` are about that objective then. Without `limit` the same command "
                    + "gives the same plan and bound. Where the week says the same as the one that the baseline was "
                    + "made for, the plan is the baseline (termination `unchanged`, or `optimal`). With `frontier=yes` "
                    + "the records of the frontier follow, for 0, 1, 2, 3, 5, 10, … changes from the fewest that can be "
                    + "had to those of the plan. A job of its own, a `frontier`, works it out; `STOP` ends it with what is "
                    + "known by then, and where it fails or is cancelled `frontierError` says why: the plan is there. A change is a request whose session is not exactly the baseline's, also "
                    + "where it had to be. With `preview=yes` the edits are applied to a copy of the latest revision, and "
                    + "neither a revision nor a version is made; the job, a `preview`, is watched and stopped like any "
                    + "other, and what it found is asked for with `PROPOSAL` and stored with `ACCEPT`."),
        CommandSpec(.proposal, .proposal)
            .argument(.job, .job, "number of the job").fails(.notFound, "no job of that number")
            .toBeTold()
            .fails(.notFound, "no such member, venue, township or fund")
            .fails(.conflict, noProposal)
            .reply(shown, difference)
            .reply("\(shown) members=N", notice)
            .remark(
                "A proposal is what `REPLAN preview=yes` found; nothing of it is stored. `revision` is the one that it "
                    + "was made from, to which its edits come. The records are those of `DIFF` between the baseline and "
                    + "the proposal, and so are `added`, `dropped`, `changed`, `disruption`; with `by=member` the second "
                    + "form. Marks (`COMMIT`) add fields as for `REPLAN`. The latest 16 proposals are kept, in memory: "
                    + "they are gone when the daemon ends."),
        CommandSpec(.accept, .accept)
            .argument(.job, .job, "number of the job").fails(.notFound, "no job of that number")
            .option(.publish, .flag, default: "no", "whether the new version is published at once")
            .changes()
            .fails(.conflict, noProposal)
            .fails(.conflict, "the week was changed, or its baseline dropped, since: replan again")
            .reply("OK week=ID revision=N version=V [published=V [previous=V]]")
            .remark(
                "What is stored is what the same `REPLAN` without `preview` would have stored: the edited week as a new "
                    + "revision, where there were edits, and the plan as a version with origin `replan`, all or nothing. "
                    + "`previous` is the version published before, absent if none. Proposals of the same revision can be "
                    + "accepted one after another as long as none of them changes the week."),
        CommandSpec(.suggest, .suggest)
            .week()
            .argument(.request, .identifier, "identifier of the request")
            .option(.top, .count(1...1000), default: "5", "how many placements")
            .option(.moves, .count(0...1), default: "0", "how many other sessions may move, or go, to make room")
            .version()
            .body("a request that is not stored, as for SUBMIT", limit: BodyLimit.edits, optional: true)
            .reply(
                "OK week=ID version=V request=ID held=yes|no objective=X placements=N",
                .record("a placement, the best first", PlacementRecord.self)
            )
            .fails(.notFound, "no request of that id, and no body")
            .fails(.exists, "a body for a request that is stored")
            .fails(.invalid, "the body is no sound request; records name its faults")
            .remark(
                "Each placement keeps every hard rule with all other sessions where they are, and has the best crew that "
                    + "is free for it. `delta` and `terms` are against the plan as it is, in which a request without a "
                    + "session costs its value; a request that is held (`held=yes`) is taken out first. The week is the "
                    + "revision of the plan; a request that was added later is judged as if it came in the body. "
                    + "`objective` is that of the plan as it is, with that request. Nothing is stored. "
                    + "With `moves=1` there are also placements for which one other session makes room, with those that "
                    + "wait for it (`after`): it is put where it costs least then, or dropped where that costs less; "
                    + "`delta`, `terms`, `yuan` and `funds` count everything together."),
    ]

    private static let noProposal =
        "the job still runs, ended without a plan, is no preview, was accepted already (`version` says as what), or its "
        + "proposal is no longer kept"

    private static let shown =
        "OK job=J week=ID revision=N baseline=V objective=X bound=X gap=X status=S added=N dropped=N changed=N disruption=X"

    private static let frontier = RecordSpec.record(
        "with `frontier=yes`, after the differences: a number of changes, rising", FrontierRecord.self)

    static let difference = RecordSpec.record(
        "a request whose session differs, by request id", DifferenceRecord.self)

    static let notice = RecordSpec.record(
        "a member whose sessions differ, in the order of the week (`by=member`)", NoticeRecord.self)
}
