extension CommandTable {
    /// Verbs about plan versions.
    static let planCommands: [CommandSpec] = [
        CommandSpec(.plans, .plans)
            .week()
            .reply(
                "OK week=ID plans=N published=V",
                .record("a version, the newest first", PlanListing.self)
            )
            .remark("`published` is absent from the closing line where no version is published."),
        CommandSpec(.plan, .plan)
            .week().version()
            .reply(
                "OK week=ID version=V sessions=N objective=X bound=X gap=X status=S revision=R published=yes|no [stale=N violations=N]",
                .document("the plan", "the document `caravan-plan/1`")
            )
            .remark(
                "`revision` is the revision of the week that the plan was made for. Where the week was changed since so that "
                    + "the plan breaks its rules, `stale` says how many of its sessions no longer stand, 0 where only the "
                    + "plan as a whole does not, and `violations` how many breaches there are; `COVERAGE`, `EXPLAIN` and "
                    + "`EXPORT` say the same."),
        CommandSpec(.publish, .publish)
            .week()
            .option(.version, .version, required: true, "plan version")
            .option(.anyway, .flag, default: "no", "publish it also where it breaks rules of the week as it is now")
            .changes()
            .fails(.notFound, "no such version")
            .fails(.invalid, "the week was changed so that the plan breaks its rules, and `anyway` is not `yes`")
            .reply("OK week=ID version=V previous=V")
            .reply("ERR invalid \"…\" revision=R stale=N violations=N", violation)
            .remark("`previous` is the version published before, absent if none. Publishing again is no error."),
        CommandSpec(.diff, .diff)
            .week()
            .option(.from, .version, required: true, "first version")
            .option(.to, .version, required: true, "second version")
            .toBeTold()
            .fails(.notFound, "no such version, member, venue, township or fund")
            .reply("OK week=ID from=V to=V added=N dropped=N changed=N disruption=X", difference)
            .reply("OK week=ID from=V to=V added=N dropped=N changed=N disruption=X members=N", notice)
            .remark(
                "`disruption` is what the second version would cost against the first as baseline, points; the other "
                    + "figures count what `for` leaves. A member is concerned by a session that it gets or loses, or "
                    + "whose time or place changes; a venue or township by any change of a session that is or was there, a fund by one that it pays. "
                    + "With `by=member` the records are those of the second form."),
    ]

    /// Verbs that take plans in and hand them out.
    static let exchangeCommands: [CommandSpec] = [
        CommandSpec(.check, .check)
            .week()
            .body("a plan document, `caravan-plan/1`", limit: BodyLimit.document)
            .reply("OK violations=N objective=X sessions=N", violation)
            .reply("ERR invalid \"…\" faults=N", .fault)
            .fails(.invalid, "the body is no plan document of this week")
            .remark(
                "`objective` is recomputed from the sessions; absent where they name something the week does not "
                    + "have. A wrong statement of the plan about itself is a violation with rule `plan`."),
        CommandSpec(.adopt, .adopt)
            .week()
            .changes()
            .body("a plan document, `caravan-plan/1`", limit: BodyLimit.document)
            .reply("OK week=ID version=V objective=X bound=X gap=X status=S")
            .reply("ERR invalid \"…\" violations=N", violation)
            .fails(.invalid, "`CHECK` finds violations, or the body is no plan document of this week")
            .remark(
                "The objective is recomputed. A bound that the document claims is not believed: the version gets "
                    + "the best bound proven here for the same revision, and none where there is none."),
        CommandSpec(.export, .export)
            .week()
            .option(.version, .version, "plan version; absent: the published one, else the latest")
            .fails(.notFound, "no such version, or no plan at all, or none published")
            .option(
                .as, .choice(["json", "csv", "xlsx", "ics", "html", "mps", "lp", "mathprog"]), required: true,
                "the form"
            )
            .option(.for, .party, "only sessions of this member, venue, township or fund; not `html`")
            .option(
                .table, .choice(["sessions", "townships", "members", "venues", "funds", "coverage"]),
                default: "sessions", "which table (`csv`)"
            )
            .option(
                .lang, .choice(["zh", "en"]), "language of labels; without it `csv` is English, the others Chinese"
            )
            .option(.cancelled, .flag, default: "no", "only what left the calendar, as cancellations (`ics`)")
            .fails(.usage, "`for` names several: a venue and a fund of one identifier, for example; say `for=venue:ID`")
            .fails(.usage, "a table that `for` has no part of: `funds` and `coverage` are of the whole plan")
            .fails(.notFound, "no member, venue, township or fund of that id")
            .fails(.invalid, "`ics`: the week's time zone is no IANA name")
            .fails(.tooLarge, "the model is too large to write out")
            .reply("OK week=ID as=FORM version=V [stale=N violations=N] bytes=N, then N bytes and LF")
            .remark(
                "`json` is the plan document. `csv` is one table: a line a session, the timetable of every township, "
                    + "member or venue, what each fund pays, or whom the plan reaches; `xlsx` is a workbook with a sheet "
                    + "for each of these, with `for` only for the sessions and their timetable. `ics` is an iCalendar "
                    + "object (RFC 5545, method `PUBLISH`): UIDs are the same in every version, `SEQUENCE` counts a "
                    + "session's changes over the published versions up to this one, of time, place, names, crew or "
                    + "anything else that its event says, and what left the calendar since "
                    + "stands in it with `STATUS:CANCELLED`; with `cancelled=yes` that alone, method `CANCEL`. Events are "
                    + "`CONFIRMED` in the published version only, and of sessions that no longer stand (`stale`) `TENTATIVE` "
                    + "there too; `xlsx`, `csv` and `html` mark these. `html` is "
                    + "a report for reading and printing, one page that loads nothing. `mps`, `lp` and `mathprog` are the model of the "
                    + "week and need no plan; their closing line has no `version`."),
    ]

    private static let violation = RecordSpec.record("a violation", ViolationRecord.self)
}
