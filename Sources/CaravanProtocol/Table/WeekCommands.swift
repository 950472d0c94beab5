extension CommandTable {
    /// Verbs that store and change weeks.
    static let weekCommands: [CommandSpec] = [
        CommandSpec(.load, .load)
            .option("replace", .flag, default: "no", "whether a stored week of the same id is replaced")
            .body("a week document, `caravan-week/1`", limit: BodyLimit.document)
            .reply("OK week=ID requests=N revision=R")
            .reply("ERR invalid \"…\" faults=N", .fault)
            .fails(.exists, "a week of that id is stored and `replace` is not `yes`")
            .fails(.invalid, "the body is no sound week document")
            .remark("Replacing a week starts its next revision; its plans stay."),
        CommandSpec(.weeks, .weeks)
            .reply(
                "OK weeks=N",
                .record(
                    "a week, by id",
                    [
                        "week": "identifier", "title": "title, may be empty", "start": "first date, `YYYY-MM-DD`",
                        "days": "number of dates", "revision": "revision, from 1 on", "requests": "number of requests",
                        "plans": "number of plan versions", "published": "published version, absent if none",
                        "updated": "when it last changed, ISO 8601 in UTC",
                    ])),
        CommandSpec(.week, .week)
            .argument("id", .identifier, "identifier of the week").fails(.notFound, "no week of that id")
            .reply(
                "OK week=ID revision=R requests=N",
                .record("the week", ["…": "the document `caravan-week/1`, unknown fields included"])),
        CommandSpec(.drop, .drop)
            .argument("id", .identifier, "identifier of the week").fails(.notFound, "no week of that id")
            .fails(.busy, "a job on the week is queued or running; `STOP` or `CANCEL` it first")
            .reply("OK week=ID plans=N").remark("`plans`: how many plan versions went with it."),
        CommandSpec(.submit, .submit)
            .week()
            .body("one request, as in the week document", limit: BodyLimit.edits)
            .reply("OK week=ID request=ID revision=R")
            .reply("ERR invalid \"…\" faults=N", .fault)
            .fails(.exists, "the week has a request of that id; `AMEND` changes it")
            .fails(.invalid, "the week would not be sound with it"),
        CommandSpec(.amend, .amend)
            .week()
            .argument("request", .identifier, "identifier of the request")
            .fails(.notFound, "no week or request of that id")
            .body(
                "a JSON object with the fields to set; the others stay, `null` takes one away", limit: BodyLimit.edits
            )
            .reply("OK week=ID request=ID revision=R")
            .reply("ERR invalid \"…\" faults=N", .fault)
            .fails(.invalid, "the week would not be sound with it, or `id` is not the request's"),
        CommandSpec(.withdraw, .withdraw)
            .week()
            .argument("request", .identifier, "identifier of the request")
            .fails(.notFound, "no week or request of that id")
            .reply("OK week=ID request=ID revision=R"),
        CommandSpec(.edit, .edit)
            .week()
            .body("a JSON list of edits", limit: BodyLimit.edits)
            .reply("OK week=ID edits=N revision=R")
            .reply("ERR invalid \"…\" faults=N", .fault)
            .fails(.invalid, "an edit names something unknown, or the week would not be sound; nothing is changed"),
    ]
}
