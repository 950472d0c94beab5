extension CommandTable {
    private static let closing = "job=J objective=X bound=X termination=limit|stopped"

    /// Verbs that solve copies of a week and store nothing.
    static let studyCommands: [CommandSpec] = [
        CommandSpec(.whatif, .whatif)
            .week()
            .option(.baseline, .version, "the plan against which changes cost points")
            .studyLimit(default: "60s")
            .body("`{\"scenarios\":[{\"name\",\"edits\":[…]}]}`", limit: BodyLimit.edits)
            .reply("OK week=W revision=R \(closing) scenarios=N answered=N", scenario)
            .fails(.notFound, "no such baseline")
            .fails(.invalid, "the body is no list of scenarios, or two have one name; records say where, before")
            .fails(.tooLarge, "more than 200 scenarios")
            .studyFailures()
            .remark(
                "\(study) The base comes first, the scenarios in the order in which they are done; `number` says which "
                    + "is which. Each begins from the base's plan and prices and ends once its gap is as good as the "
                    + "base's, or with its share of the time that is left. `deltaLow` and `deltaHigh` bracket the change "
                    + "of the optimum, and `sign` says what they prove. `relation` says what is proven from the edits "
                    + "alone: under a `restriction` (something closed, away, dearer) the optimum does not fall, under a "
                    + "`relaxation` (something added, open, cheaper) it does not rise and the plan is never worse than "
                    + "the base's; `same` changes nothing. `delta` lies within the bracket. A scenario that cannot be "
                    + "solved has `error` in place of the figures, and the others are answered."),
        CommandSpec(.critical, .critical)
            .week()
            .option(
                .pool, .choice(["experts", "mentors", "kits", "venues"]), "only these resources; absent: all of them"
            )
            .studyLimit(default: "120s")
            .option(.standby, .flag, default: "no", "whether to name a substitute for each member of each session")
            .option(.stream, .flag, default: "no", "whether each record goes out as it is done, in no order")
            .reply("OK week=W revision=R \(closing) resources=N answered=N", loss, standby)
            .studyFailures()
            .remark(
                "\(study) Each resource is taken out for the whole week, and the plan repaired as well as the time "
                    + "allows. A loss never helps, so `deltaLow` is at least 0. A resource that the base's plan does not "
                    + "use costs nothing beyond what the base's own gap leaves open, and is answered without a solve. "
                    + "The records come worst first at the end, those whose loss leaves no plan before all others; with "
                    + "`stream=yes` they come as they are done. With `standby=yes` the substitutes follow, for the "
                    + "sessions of the base's plan, whatever the pool."),
        CommandSpec(.curve, .curve)
            .week()
            .option(.fund, .identifier, required: true, "the fund whose limit changes")
            .option(.from, .count(0...10_000_000_000), required: true, "first limit, yuan")
            .option(.to, .count(0...10_000_000_000), required: true, "last limit, yuan")
            .option(.steps, .count(2...50), default: "5", "how many limits, evenly spaced, both ends included")
            .studyLimit(default: "60s")
            .reply("OK week=W revision=R \(closing) fund=F steps=N", step, gone)
            .fails(.notFound, "no such fund")
            .studyFailures()
            .remark(
                "\(study) Larger limits are solved first, each smaller one from the plan before it, and a limit that "
                    + "the plan before keeps needs no solve. Objective and bound never rise with the limit: a plan for "
                    + "less money is one for more, and a bound for more is one for less. The steps come at the end, from "
                    + "`from` to `to`; then the requests that go as the fund shrinks, the first to go first. A stop "
                    + "answers the limits solved by then. `objective` and `bound` of the closing line are those of the "
                    + "largest limit. Where no plan keeps the rules with a limit, the curve ends above it."),
        CommandSpec(.worth, .worth)
            .week()
            .option(.top, .count(1...10_000), default: "20", "how many things")
            .studyLimit(default: "10s")
            .reply("OK week=W revision=R \(closing) things=N dualBound=X", worth)
            .studyFailures()
            .remark(
                "\(study) The figures are prices of the bound, not plans: no plan with one unit more costs less than "
                    + "`dualBound` − `points`. Whether a plan gains as much only `WHATIF` tells. Units of several things, "
                    + "or many of one, are worth less together than the sum. A thing that is not listed is worth "
                    + "nothing by these prices; a skill that no member within reach has is not listed either."),
    ]

    private static let study =
        "Runs as a job, which `JOBS` shows and `STOP` and `CANCEL` end: stopped, it answers what is done by then; "
        + "cancelled, or with the connection closed, nothing more. Nothing is stored but the job. The unedited week "
        + "begins from the published plan, else from the latest one of the current revision."

    private static let scenario = RecordSpec.record(
        "a scenario, the unedited week first as `base`", ScenarioRecord.self)
    private static let loss = RecordSpec.record("a resource, the worst loss first", LossRecord.self)
    private static let standby = RecordSpec.record("a member of a session, with `standby=yes`", StandbyRecord.self)
    private static let step = RecordSpec.record("a limit", CurveRecord.self)
    private static let gone = RecordSpec.record(
        "a request that goes as the fund shrinks, the first to go first", CurveDropRecord.self)
    private static let worth = RecordSpec.record("a thing, the most valuable first", WorthRecord.self)
}

extension CommandSpec {
    fileprivate func studyLimit(default text: String) -> CommandSpec {
        option(.limit, .seconds(0.01...86_400), default: text, "wall time for all of it together")
    }

    fileprivate func studyFailures() -> CommandSpec {
        fails(.infeasible, "no plan of the unedited week keeps the hard rules")
            .fails(.tooLarge, "the model of the week needs more memory than it may take")
            .fails(.conflict, "the job was cancelled")
            .fails(.busy, "the queue of jobs is full, or the daemon shut down before the job was done")
    }
}
