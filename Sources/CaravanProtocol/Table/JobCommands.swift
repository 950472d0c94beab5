extension CommandTable {
    /// Verbs about the work going on.
    static let jobCommands: [CommandSpec] = [
        CommandSpec(.jobs, .jobs)
            .argument(.week, .identifier, "only jobs of this week", optional: true)
            .fails(.notFound, "no week of that id")
            .reply("OK jobs=N", .record("a job, the newest first", JobListing.self)),
        CommandSpec(.job, .job)
            .argument(.job, .job, "number of the job").fails(.notFound, "no job of that number")
            .reply("OK job=J state=S", .record("the job", JobListing.self)),
        CommandSpec(.watch, .watch)
            .argument(.job, .job, "number of the job").fails(.notFound, "no job of that number")
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
                .streamed("an improvement, the state at the start first", ProgressRecord.self)
            )
            .reply("OK job=J state=done objective=X bound=X termination=T")
            .reply("OK job=J objective=X bound=X gap=X status=S baseline=V preview=yes")
            .remark(
                "The second closing line is that of a study, the third one that of a preview. Improvements within 50 ms come as one line. `WATCH` of a job "
                    + "that has ended closes at once. Commands "
                    + "sent meanwhile on the same connection are answered after the closing line; whoever wants to "
                    + "`STOP` the job uses a second connection."),
        CommandSpec(.stop, .stop)
            .argument(.job, .job, "number of the job").fails(.notFound, "no job of that number")
            .fails(.conflict, "the job has ended already")
            .reply("OK job=J state=S")
            .remark(
                "A queued job becomes `cancelled`: it has no plan yet. A study answers what it has found by then to the "
                    + "client that asked for it."),
        CommandSpec(.cancel, .cancel)
            .argument(.job, .job, "number of the job").fails(.notFound, "no job of that number")
            .fails(.conflict, "the job has ended already")
            .reply("OK job=J state=cancelled"),
    ]
}
