extension CommandTable {
    /// Verbs that tell about a plan.
    static let analysisCommands: [CommandSpec] = [
        explain,
        CommandSpec(.coverage, .coverage)
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
