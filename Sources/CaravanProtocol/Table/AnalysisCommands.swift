extension CommandTable {
    /// Verbs that tell about a plan.
    static let analysisCommands: [CommandSpec] = [
        CommandSpec(.explain, "Tell why a request is not held, or where it is.", "说明某项申请为何未安排，或安排在何处。")
            .week()
            .argument(
                "request", .identifier, "identifier of the request; absent: all without a session", optional: true
            )
            .version()
            .fails(.notFound, "no request of that id")
            .reply(
                "OK week=ID version=V requests=N",
                .record(
                    "a request",
                    [
                        "request": "identifier", "title": "its title", "held": "whether it has a session",
                        "code": "what stands in the way, see below; `held` where it has a session",
                        "reason": "one line in English", "reasonZh": "the same in Chinese",
                        "value": "points lost while it is not held", "session": "its session, where it has one",
                    ])
            )
            .remark(
                "`code` is a word for programs. It is `held` for a request with a session. Nothing could hold it: "
                    + "`no-slots`, `duration`, `frozen`, `no-venue`, `venue-kind`, `venue-capacity`, `venue-equipment`, "
                    + "`venue-closed`, `skill-missing`, `crew-too-small`, `crew-too-far`, `crew-away`, "
                    + "`no-common-option`, `pinned`, `cyclic-after`, `predecessor-impossible`, `predecessor-too-late`. "
                    + "The plan stands in its way: `venue-taken`, `crew-busy`, `crew-travel`, `audience-busy`, "
                    + "`fund-exhausted`, `predecessor-not-held`, `predecessor-not-over`, `cap-reached`. Nothing does: "
                    + "`not-worth` (it would cost more points than it is worth), `possible`. Anything else: `other`. "
                    + "Programs accept codes that are not listed here."),
        CommandSpec(.coverage, "Report what each group gets.", "按分组统计覆盖情况。")
            .week().version()
            .option(
                "by", .choice(["township", "county", "audience", "fund", "member", "venue"]), default: "township",
                "what the sessions are grouped by"
            )
            .reply(
                "OK week=ID version=V groups=N sessions=N attendance=N",
                .record(
                    "a group, in the order of the week document (counties by name)",
                    [
                        "key": "identifier (county: name)", "name": "name for people, where there is one",
                        "county": "by township and venue: the county",
                        "township": "by venue: identifier of its township",
                        "sessions": "sessions held",
                        "attendance": "people expected at them",
                        "population": "people, by township, county and audience",
                        "perThousand": "attendance ÷ population × 1000; absent where nobody lives",
                        "shortfall": "by township, county, audience: units missing at targets that group by it",
                        "shortfallCost": "points that they cost",
                        "money": "yuan charged by the sessions (fund: by sessions and trips)",
                        "limit": "by fund: yuan it may spend",
                        "trips": "by member and fund: trips", "km": "by member and fund: kilometres of trips",
                        "pool": "by member: `experts`, `mentors` or `kits`",
                        "load": "by member: sessions ÷ maxPerWeek; by venue: slots taken ÷ slots open",
                        "audiences":
                            "by township and county: a list of `{audience, sessions, attendance, population, "
                            + "perThousand}`, one for each audience of the week",
                    ])
            )
            .remark("Fields that make no sense for a grouping are absent. Groups without a session are listed too."),
    ]
}
