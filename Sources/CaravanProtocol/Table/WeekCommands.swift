extension CommandTable {
    /// Verbs that store and change weeks.
    static let weekCommands: [CommandSpec] = [
        CommandSpec(.load, .load)
            .option(.replace, .flag, default: "no", "whether a stored week of the same id is replaced")
            .option(.as, .choice(["json", "xlsx"]), default: "json", "what the body is")
            .option(.name, .text, default: "workbook.xlsx", "what faults call the workbook (`xlsx`)")
            .option(
                .missing, .choice(["refuse", "keep", "drop"]),
                "with `replace=yes`: what becomes of what the stored week has and the new one lacks, requests, venues, "
                    + "members, funds, …; absent: `drop` for a document, `refuse` for a workbook"
            )
            .changes()
            .body("a week document, `caravan-week/1`, or a workbook", limit: BodyLimit.document)
            .reply("OK week=ID requests=N revision=R [ignored=N] [dropped=N|kept=N]", ignored, missing)
            .reply("ERR conflict \"…\" missing=N revision=R", missing)
            .reply("ERR invalid \"…\" faults=N", .fault, misplaced)
            .fails(.exists, "a week of that id is stored and `replace` is not `yes`")
            .fails(.conflict, "`missing=refuse`, and the stored week has what the new one lacks; records name it")
            .fails(
                .invalid,
                "the body is no sound week document, or no such workbook; or what is to be kept does not fit it"
            )
            .fails(.tooLarge, "the workbook has more than 32 MB, or more cells than any week needs")
            .remark(
                "Replacing a week starts its next revision; its plans stay. What the new one lacks is kept with the pins of "
                    + "its requests. A workbook made by `WEEK as=xlsx` says which revision it was made from; where the "
                    + "week has moved on since, that is a `conflict` as with `if`, and `if` naming the latest revision "
                    + "stores it all the same. With `as=xlsx` the week is made of the tables "
                    + "of a workbook, as described in [spreadsheets.md](spreadsheets.md). `ignored` counts its "
                    + "unknown sheets and columns, names that match nothing in the week, and requests without any slot, "
                    + "with a record each. Its faults have a place in words as `path`, and "
                    + "besides `pathZh`, `messageZh`, `sheet`, `row`, `column`, `heading` and `found`."),
        CommandSpec(.weeks, .weeks)
            .reply(
                "OK weeks=N",
                .record("a week, by id", WeekListing.self)),
        CommandSpec(.week, .week)
            .argument(.id, .identifier, "identifier of the week").fails(.notFound, "no week of that id")
            .option(.as, .choice(["json", "xlsx"]), default: "json", "the form")
            .option(.revision, .count(1...9_007_199_254_740_991), "an earlier revision; absent: the latest")
            .fails(.notFound, "no such revision")
            .option(.lang, .choice(["zh", "en"]), default: "zh", "language of the workbook's headings (`xlsx`)")
            .fails(.tooLarge, "a text does not fit into a cell (`xlsx`)")
            .reply(
                "OK week=ID revision=R requests=N",
                .document("the week", "the document `caravan-week/1`, unknown fields included")
            )
            .reply("OK week=ID revision=R requests=N as=xlsx bytes=N, then N bytes and LF")
            .remark("The workbook has the week in tables, which `LOAD as=xlsx` reads back to the same week."),
        CommandSpec(.drop, .drop)
            .argument(.id, .identifier, "identifier of the week").fails(.notFound, "no week of that id")
            .changes()
            .fails(.busy, "a job on the week is queued or running; `STOP` or `CANCEL` it first")
            .reply("OK week=ID plans=N").remark("`plans`: how many plan versions went with it."),
        CommandSpec(.submit, .submit)
            .week()
            .changes()
            .body("one request, as in the week document", limit: BodyLimit.edits)
            .reply("OK week=ID request=ID revision=R")
            .reply("ERR invalid \"…\" faults=N", .fault)
            .fails(.exists, "the week has a request of that id; `AMEND` changes it")
            .fails(.invalid, "the week would not be sound with it"),
        CommandSpec(.amend, .amend)
            .week()
            .argument(.request, .identifier, "identifier of the request")
            .fails(.notFound, "no week or request of that id")
            .changes()
            .body(
                "a JSON object with the fields to set; the others stay, `null` takes one away", limit: BodyLimit.edits
            )
            .reply("OK week=ID request=ID revision=R")
            .reply("ERR invalid \"…\" faults=N", .fault)
            .fails(.invalid, "the week would not be sound with it, or `id` is not the request's"),
        CommandSpec(.withdraw, .withdraw)
            .week()
            .argument(.request, .identifier, "identifier of the request")
            .fails(.notFound, "no week or request of that id")
            .changes()
            .reply("OK week=ID request=ID revision=R"),
        CommandSpec(.edit, .edit)
            .week()
            .changes()
            .body("a JSON list of edits", limit: BodyLimit.edits)
            .reply("OK week=ID edits=N revision=R")
            .reply("ERR invalid \"…\" faults=N", .fault)
            .fails(.invalid, "an edit names something unknown, or the week would not be sound; nothing is changed"),
    ]

    private static let missing = RecordSpec.record(
        "what the stored week has and the new one lacks", MissingRecord.self)

    private static let misplaced = RecordSpec.record("a fault of a workbook (`xlsx`)", IgnoredRecord.self)

    private static let ignored = RecordSpec.record(
        "what was not read, or can hardly be meant (`xlsx`)", IgnoredRecord.self)
}
