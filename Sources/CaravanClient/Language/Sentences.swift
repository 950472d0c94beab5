import CaravanProtocol

extension Message {
    /// What the client says in whole sentences.
    static let sentences: [Message: Bilingual] = [
        .nothingHeld: Bilingual("No session is held.", "没有安排任何活动。"),
        .allHeld: Bilingual("Every request is held.", "所有申请均已安排。"),
        .ruledOutHeading: Bilingual("Options ruled out, of {count}", "被排除的选项（共 {count} 个）"),
        .planHeading: Bilingual("{week}, plan version {version}, {status}", "{week}，方案第 {version} 版，{status}"),
        .publishedMark: Bilingual("published", "已发布"),
        .sessionCount: Bilingual("sessions: {count}", "{count} 场"),
        .loaded: Bilingual(
            "{week} stored: requests {requests}, revision {revision}", "{week}：已载入 {requests} 项申请，修订 {revision}"),
        .dropped: Bilingual("{week} deleted; plans deleted with it: {plans}", "已删除 {week} 及其 {plans} 个方案"),
        .submitted1: Bilingual(
            "{week}: request {request} added, revision {revision}", "{week}：已提交申请 {request}，修订 {revision}"),
        .amended: Bilingual(
            "{week}: request {request} changed, revision {revision}", "{week}：已修改申请 {request}，修订 {revision}"),
        .withdrawn: Bilingual(
            "{week}: request {request} removed, revision {revision}", "{week}：已撤回申请 {request}，修订 {revision}"),
        .edited: Bilingual(
            "{week}: edits applied: {edits}, revision {revision}", "{week}：已应用 {edits} 项修改，修订 {revision}"),
        .queued1: Bilingual(
            "job {job}; follow it with: caravan watch {job}", "任务 {job}；可用 caravan watch {job} 跟踪"),
        .stopping: Bilingual(
            "stopping job {job}; once more leaves it running on the daemon", "正在停止任务 {job}；再按一次则让其在后台继续"),
        .cancelled1: Bilingual("job {job} cancelled", "任务 {job} 已取消"),
        .stoppedJob: Bilingual("job {job}: {state}", "任务 {job}：{state}"),
        .solved: Bilingual(
            "plan version {version}: objective {objective}, bound {bound}, gap {gap}, {status}",
            "方案第 {version} 版：目标值 {objective}，下界 {bound}，间隙 {gap}，{status}"),
        .seePlan: Bilingual(
            "see it with: caravan show {week} --version {version}", "查看：caravan show {week} --version {version}"),
        .publishedPlan: Bilingual("{week}: version {version} is published", "{week}：第 {version} 版已发布"),
        .adopted: Bilingual(
            "{week}: stored as version {version}, objective {objective}", "{week}：已收入为第 {version} 版，目标值 {objective}"),
        .checkedSound: Bilingual("no violations, objective {objective}", "未发现违规，目标值 {objective}"),
        .checkedBroken: Bilingual("violations: {count}", "发现 {count} 项违规"),
        .exported: Bilingual("{bytes} bytes written to {path}", "已写入 {path}，{bytes} 字节"),
        .written: Bilingual("written to {path}", "已写入 {path}"),
        .pong: Bilingual("caravand {version} answers", "caravand {version} 在线"),
        .statusLine: Bilingual(
            "caravand {version}, up {uptime}; weeks: {weeks}; jobs running: {running}, queued: {queued}; GLPK {glpk}",
            "caravand {version}，已运行 {uptime}；活动周 {weeks} 个；任务：求解中 {running}，排队 {queued}；GLPK {glpk}"),
        .differences: Bilingual(
            "version {from} to {to}: {added} added, {dropped} dropped, {changed} changed, disruption {disruption}",
            "第 {from} 版至第 {to} 版：新增 {added}，取消 {dropped}，调整 {changed}，变动代价 {disruption}"),
        .proposed: Bilingual(
            "proposal of job {job}: objective {objective}, bound {bound}, gap {gap}, {status}; nothing is stored",
            "任务 {job} 的预览方案：目标值 {objective}，下界 {bound}，间隙 {gap}，{status}；尚未保存任何内容"),
        .proposalCounts: Bilingual(
            "against version {baseline}: {added} added, {dropped} dropped, {changed} changed, disruption {disruption}",
            "与第 {baseline} 版相比：新增 {added}，取消 {dropped}，调整 {changed}，变动代价 {disruption}"),
        .acceptHint: Bilingual("store it with: caravan accept {job}", "采纳：caravan accept {job}"),
        .accepted: Bilingual(
            "{week}: stored as version {version}, revision {revision}", "{week}：已采纳为方案第 {version} 版，修订 {revision}"),
        .acceptedPublished: Bilingual(
            "{week}: stored and published as version {version}, revision {revision}",
            "{week}：已采纳并发布为方案第 {version} 版，修订 {revision}"),
        .committed: Bilingual(
            "with commitments: {commitment} points, objective {committed}, bound {committedBound}, gap {committedGap}",
            "计入承诺程度：{commitment} 分，目标值 {committed}，下界 {committedBound}，间隙 {committedGap}"),
        .marked: Bilingual(
            "{week}: marked {state}: {requests} of version {version}", "{week}：第 {version} 版中 {requests} 场已标记为{state}"),
        .unmarked: Bilingual("{week}: marks taken away: {requests}", "{week}：已取消 {requests} 场的标记"),
        .toldCount: Bilingual("to be told: {members}", "需通知 {members} 方"),
        .studyBase: Bilingual("solving the week as it is", "正在求解原方案"),
        .studyDone: Bilingual("answered: {count}", "已完成：{count}"),
        .worthPromise: Bilingual(
            "prices of the bound {bound}: no plan with one more of a thing costs less than that minus its worth",
            "下界 {bound} 的影子价格：任一资源再增加一单位，目标值不会低于该下界减去其价值"),
        .interruptHint: Bilingual("^C stops the job and keeps its best plan", "按 ^C 停止任务并保留当前最佳方案"),
        .shellHint: Bilingual(
            "lines go to the daemon as they are; VERB … <FILE sends a file as body; HELP lists the verbs, QUIT ends",
            "逐行发送命令；“VERB … <文件” 以文件为正文；HELP 列出命令，QUIT 退出"),
        .shellBytes: Bilingual(
            "a body comes from a file here: write VERB … <FILE without bytes=", "此处正文来自文件：请写 VERB … <文件，不写 bytes="),
        .unavailableMark: Bilingual("(not available in this version)", "（本版本尚不提供）"),
        .closed: Bilingual("connection closed", "连接已关闭"),
        .error: Bilingual("caravan: {message}", "caravan：{message}"),
        .noEndpoint: Bilingual(
            "where does the daemon listen? Give --socket PATH or --host HOST:PORT, or set CARAVAN_SOCKET",
            "未指定守护进程地址：请使用 --socket 路径 或 --host 主机:端口，或设置 CARAVAN_SOCKET"),
        .badEndpoint: Bilingual(
            "\"{endpoint}\" is neither HOST:PORT (port 1 to 65535) nor a socket path of at most 107 bytes",
            "“{endpoint}” 既不是 主机:端口（端口 1 至 65535），也不是不超过 107 字节的套接字路径"),
        .unreachable: Bilingual(
            "no daemon answers at {endpoint}: {reason}; is caravand running?",
            "无法连接 {endpoint}：{reason}；caravand 是否已启动？"),
        .connectionClosed: Bilingual(
            "the daemon ended the connection before it answered", "守护进程在回复前断开了连接"),
        .foreign: Bilingual("whoever listens there is no caravand: {reason}", "对方不是 caravand：{reason}"),
        .imported: Bilingual(
            "{week}: townships {townships}, venues {venues}, members {members}, requests {requests}",
            "{week}：乡镇 {townships} 个，场地 {venues} 处，成员 {members} 名，申请 {requests} 项"),
        .ignored: Bilingual("not read: {what}", "未读取：{what}"),
        .sheetsWritten: Bilingual("{sheets} tables written to {path}", "已将 {sheets} 张表写入 {path}"),
        .faultyTables: Bilingual(
            "{path}: faults {count}; nothing was stored or written", "{path}：发现 {count} 处问题，未保存或写出任何内容"),
        .unreadable: Bilingual("cannot read {path}: {reason}", "无法读取 {path}：{reason}"),
        .unwritable: Bilingual("cannot write {path}: {reason}", "无法写入 {path}：{reason}"),
    ]
}
