extension CommandTable {
    /// Verbs about the connection and the daemon itself.
    static let connectionCommands: [CommandSpec] = [
        CommandSpec(.ping, "Ask whether the daemon answers.", "询问守护进程是否在线。")
            .open().reply("OK"),
        CommandSpec(.help, "List the verbs, or say everything about one.", "列出全部命令，或说明某个命令。")
            .open()
            .argument("verb", .text, "a verb; absent: all", optional: true)
            .reply(
                "OK verbs=N",
                .record(
                    "a verb",
                    [
                        "verb": "name", "usage": "how it is written", "summary": "what it does, in English",
                        "summaryZh": "the same in Chinese", "available": "whether this version carries it out",
                    ]),
                .record(
                    "an argument of the verb asked for",
                    [
                        "argument": "name", "option": "whether it is written `name=value`",
                        "required": "whether it has to be given", "accepts": "what it accepts",
                        "default": "the value where absent, if there is one", "purpose": "what it is for",
                    ])
            )
            .fails(.unknownVerb, "no such verb"),
        CommandSpec(.status, "Tell how the daemon is.", "显示守护进程状态。")
            .reply("OK version=… uptime=… weeks=… queued=… running=… glpk=…")
            .remark(
                "`version`: of the program; `uptime`: seconds; `weeks`: weeks stored; `queued`, `running`: jobs; "
                    + "`glpk`: version of the linked library."),
        CommandSpec(.metrics, "Report counters and gauges in Prometheus' text format.", "以 Prometheus 文本格式输出指标。")
            .reply("OK lines=N", .record("a line of the text", ["line": "the line without its end"])),
        CommandSpec(.auth, "Identify with the token that the listener asks for.", "用访问令牌验证身份。")
            .open()
            .argument("token", .text, "the token; one that holds `=` is put in quotes")
            .reply("OK")
            .fails(.denied, "the token is wrong; the third wrong one ends the connection")
            .remark(
                "Where the listener asks for no token every token is right. Before a right one only "
                    + "`PING`, `HELP`, `AUTH` and `QUIT` are answered; everything else is `denied`."),
        CommandSpec(.quit, "End the connection.", "结束连接。")
            .open().reply("OK").remark("The daemon closes the connection after the closing line."),
    ]
}
