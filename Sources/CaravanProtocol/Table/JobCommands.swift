extension CommandTable {
    /// Verbs about the work going on.
    static let jobCommands: [CommandSpec] = [
        CommandSpec(.jobs, .jobs)
            .argument("week", .identifier, "only jobs of this week", optional: true)
            .fails(.notFound, "no week of that id")
            .reply("OK jobs=N", jobRecord("a job, the newest first")),
        CommandSpec(.job, .job)
            .argument("job", .job, "number of the job").fails(.notFound, "no job of that number")
            .reply("OK job=J state=S", jobRecord("the job")),
        CommandSpec(.watch, .watch)
            .argument("job", .job, "number of the job").fails(.notFound, "no job of that number")
            .fails(.infeasible, "the job ended without a plan; records name what contradicts, as in `EXPLAIN`")
            .fails(
                .tooLarge,
                "the model of the week needs more memory than it may take; records name the requests that weigh most"
            )
            .fails(.conflict, "the job was cancelled")
            .fails(.busy, "the daemon shut down before the job was done; `version` names the plan it kept, if any")
            .fails(.internal, "the job failed by a mistake of the daemon")
            .reply(
                "OK job=J version=V objective=X bound=X gap=X status=S",
                .streamed(
                    "an improvement, the state at the start first",
                    [
                        "seconds": "since the job began to run; 0 while it is queued",
                        "objective": "of the best plan; absent before the first",
                        "bound": "best proven bound; absent before the first",
                        "gap": "proven gap; absent while one of them is",
                        "phase":
                            "`queued`, or what improved: `placements`, `construction`, `search`, `bound`, `integer "
                            + "program`; of a study `base`, then how many are done, e.g. `3 of 20`",
                    ])
            )
            .reply("OK job=J state=done objective=X bound=X termination=T")
            .reply("OK job=J objective=X bound=X gap=X status=S baseline=V preview=yes")
            .remark(
                "The second closing line is that of a study, the third one that of a preview. Improvements within 50 ms come as one line. `WATCH` of a job "
                    + "that has ended closes at once. Commands "
                    + "sent meanwhile on the same connection are answered after the closing line; whoever wants to "
                    + "`STOP` the job uses a second connection."),
        CommandSpec(.stop, .stop)
            .argument("job", .job, "number of the job").fails(.notFound, "no job of that number")
            .fails(.conflict, "the job has ended already")
            .reply("OK job=J state=S")
            .remark(
                "A queued job becomes `cancelled`: it has no plan yet. A study answers what it has found by then to the "
                    + "client that asked for it."),
        CommandSpec(.cancel, .cancel)
            .argument("job", .job, "number of the job").fails(.notFound, "no job of that number")
            .fails(.conflict, "the job has ended already")
            .reply("OK job=J state=cancelled"),
    ]

    private static func jobRecord(_ each: String) -> RecordSpec {
        .record(
            each,
            [
                "job": "number", "week": "identifier", "revision": "revision of the week that it solves",
                "kind": "`solve`, `replan`, `preview`, `whatif`, `critical`, `curve` or `worth`",
                "state":
                    "`queued`, `running`, `done`, `failed`, `cancelled`, or `interrupted`: the daemon ended before the job",
                "position": "place in the queue from 1 on, while it is queued",
                "submitted": "when it came, ISO 8601 in UTC", "started": "when it began to run",
                "ended": "when it ended",
                "parameters":
                    "`{limit, gap, seed, work, baseline, freeze}`: what it was asked for; the last three absent if none",
                "seconds": "how long it has run",
                "phase": "what it does, while it runs; `storing`: it is over, and its outcome waits to be stored",
                "waiting": "why the store does not take its outcome yet, in English; it is tried again",
                "waitingZh": "the same in Chinese",
                "objective": "of the best plan so far", "bound": "best proven bound so far",
                "gap": "proven gap so far", "version": "the plan version that it made", "status": "that plan's status",
                "termination": "why it ended, where it made a plan: `gap`, `limit`, `optimal`, `stopped` or `work`",
                "error": "code, where it failed: `infeasible`, `internal`",
                "message": "the reason, where it failed, in English",
                "messageZh": "the same in Chinese",
            ])
    }
}
