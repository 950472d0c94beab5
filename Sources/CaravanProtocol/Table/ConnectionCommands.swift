extension CommandTable {
    /// Verbs about the connection and the daemon itself.
    static let connectionCommands: [CommandSpec] = [
        CommandSpec(.ping, .ping)
            .open().reply("OK"),
        CommandSpec(.help, .help)
            .open()
            .argument(.verb, .text, "a verb; absent: all", optional: true)
            .reply(
                "OK verbs=N",
                .record("a verb", VerbRecord.self),
                .record("an argument of the verb asked for", ArgumentRecord.self)
            )
            .fails(.unknownVerb, "no such verb"),
        CommandSpec(.status, .status)
            .reply(
                "OK version=… uptime=… weeks=… queued=… running=… glpk=… memory=… memoryLimit=… [store=…] [damaged=N]"
            )
            .remark(
                "`version`: of the program; `uptime`: seconds; `weeks`: weeks stored; `queued`, `running`: jobs; "
                    + "`glpk`: version of the linked library; `memory`, `memoryLimit`: megabytes that clients make the daemon "
                    + "hold, and that they may. `store` is there where all is not well: `damaged` (N documents "
                    + "or records on disk are not what was written, and are not shown) or `displaced` (its files are not "
                    + "where they were, and nothing is changed until they are back)."),
        CommandSpec(.metrics, .metrics)
            .reply("OK lines=N", .record("a line of the text", MetricsRecord.self)),
        CommandSpec(.auth, .auth)
            .open()
            .argument(.token, .text, "the token; one that holds `=` is put in quotes")
            .reply("OK")
            .fails(
                .denied,
                "the token is wrong, or many wrong ones came from the same address; the third ends the connection"
            )
            .fails(.busy, "there is no place among the known clients")
            .remark(
                "Where the listener asks for no token every token is right. Before a right one only "
                    + "`PING`, `HELP`, `AUTH` and `QUIT` are answered; everything else is `denied`."),
        CommandSpec(.quit, .quit)
            .open().reply("OK").remark("The daemon closes the connection after the closing line."),
    ]
}
