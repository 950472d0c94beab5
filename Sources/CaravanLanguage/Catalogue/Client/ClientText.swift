/// What the client says in whole sentences. `{name}` stands for a field of the daemon's answer.
public enum ClientText: Entry, Topic {
    case sessionCount = "sessions: {count} | {count} 场"
    case loaded = "{week} stored: requests {requests}, revision {revision} | {week}：已载入 {requests} 项申请，修订 {revision}"
    case dropped = "{week} deleted; plans deleted with it: {plans} | 已删除 {week} 及其 {plans} 个方案"
    case submitted = "{week}: request {request} added, revision {revision} | {week}：已提交申请 {request}，修订 {revision}"
    case amended = "{week}: request {request} changed, revision {revision} | {week}：已修改申请 {request}，修订 {revision}"
    case withdrawn = "{week}: request {request} removed, revision {revision} | {week}：已撤回申请 {request}，修订 {revision}"
    case edited = "{week}: edits applied: {edits}, revision {revision} | {week}：已应用 {edits} 项修改，修订 {revision}"
    case queued = "job {job}; follow it with: caravan watch {job} | 任务 {job}；可用 caravan watch {job} 跟踪"
    case stopping = "stopping job {job}; once more leaves it running on the daemon | 正在停止任务 {job}；再按一次则让其在后台继续"
    case cancelled = "job {job} cancelled | 任务 {job} 已取消"
    case stoppedJob = "job {job}: {state} | 任务 {job}：{state}"
    case solved = """
        plan version {version}: objective {objective}, bound {bound}, gap {gap}, {status} | \
        方案第 {version} 版：目标值 {objective}，下界 {bound}，间隙 {gap}，{status}
        """
    case seePlan = "see it with: caravan show {week} --version {version} | 查看：caravan show {week} --version {version}"
    case publishedPlan = "{week}: version {version} is published | {week}：第 {version} 版已发布"
    case adopted = """
        {week}: stored as version {version}, objective {objective} | \
        {week}：已收入为第 {version} 版，目标值 {objective}
        """
    case checkedSound = "no violations, objective {objective} | 未发现违规，目标值 {objective}"
    case checkedBroken = "violations: {count} | 发现 {count} 项违规"
    case exported = "{bytes} bytes written to {path} | 已写入 {path}，{bytes} 字节"
    case written = "written to {path} | 已写入 {path}"
    case pong = "caravand {version} answers | caravand {version} 在线"
    case statusLine = """
        caravand {version}, up {uptime}; weeks: {weeks}; jobs running: {running}, queued: {queued}; GLPK {glpk} | \
        caravand {version}，已运行 {uptime}；活动周 {weeks} 个；任务：求解中 {running}，排队 {queued}；GLPK {glpk}
        """
    case storeDamaged = """
        the store is damaged: {damaged} documents or records on disk are not what was written; the daemon's log names them | \
        存储已损坏：磁盘上有 {damaged} 份文档或记录与写入时不符；守护进程日志中有详情
        """
    case storeDisplaced = """
        the store's files are not where they were: nothing is changed until they are back; the daemon's log says what to do | \
        存储的文件不在原处：放回之前不作任何更改；处理办法见守护进程日志
        """
    case differences = """
        version {from} to {to}: {added} added, {dropped} dropped, {changed} changed, disruption {disruption} | \
        第 {from} 版至第 {to} 版：新增 {added}，取消 {dropped}，调整 {changed}，变动代价 {disruption}
        """
    case proposed = """
        proposal of job {job}: objective {objective}, bound {bound}, gap {gap}, {status}; nothing is stored | \
        任务 {job} 的预览方案：目标值 {objective}，下界 {bound}，间隙 {gap}，{status}；尚未保存任何内容
        """
    case proposalCounts = """
        against version {baseline}: {added} added, {dropped} dropped, {changed} changed, disruption {disruption} | \
        与第 {baseline} 版相比：新增 {added}，取消 {dropped}，调整 {changed}，变动代价 {disruption}
        """
    case acceptHint = "store it with: caravan accept {job} | 采纳：caravan accept {job}"
    case accepted = """
        {week}: stored as version {version}, revision {revision} | \
        {week}：已采纳为方案第 {version} 版，修订 {revision}
        """
    case acceptedPublished = """
        {week}: stored and published as version {version}, revision {revision} | \
        {week}：已采纳并发布为方案第 {version} 版，修订 {revision}
        """
    case committed = """
        with commitments: {commitment} points, objective {committed}, bound {committedBound}, gap {committedGap} | \
        计入承诺程度：{commitment} 分，目标值 {committed}，下界 {committedBound}，间隙 {committedGap}
        """
    case marked = """
        {week}: marked {state}: {requests} of version {version} | \
        {week}：第 {version} 版中 {requests} 场已标记为{state}
        """
    case unmarked = "{week}: marks taken away: {requests} | {week}：已取消 {requests} 场的标记"
    case toldCount = "to be told: {members} | 需通知 {members} 方"
    case studyBase = "solving the week as it is | 正在求解原方案"
    case studyDone = "answered: {count} | 已完成：{count}"
    case worthPromise = """
        prices of the bound {bound}: no plan with one more of a thing costs less than that minus its worth | \
        下界 {bound} 的影子价格：任一资源再增加一单位，目标值不会低于该下界减去其价值
        """
    case requestCount = "{0} requests | {0} 项申请"
    case townshipCount = "{0} townships | {0} 个乡镇"
    case audienceCount = "{0} audiences | {0} 类人群"
    case interruptHint = "^C stops the job and keeps its best plan | 按 ^C 停止任务并保留当前最佳方案"
    case shellHint = """
        lines go to the daemon as they are; VERB … <FILE sends a file as body; HELP lists the verbs, QUIT ends | \
        逐行发送命令；“VERB … <文件” 以文件为正文；HELP 列出命令，QUIT 退出
        """
    case shellBytes = """
        a body comes from a file here: write VERB … <FILE without bytes= | \
        此处正文来自文件：请写 VERB … <文件，不写 bytes=
        """
    case imported = """
        {week}: townships {townships}, venues {venues}, members {members}, requests {requests} | \
        {week}：乡镇 {townships} 个，场地 {venues} 处，成员 {members} 名，申请 {requests} 项
        """
    case missingAsk = "The stored week has what this one lacks: | 已存活动周中有、新内容没有的项目："
    case missingChoice = """
        k keeps it, d deletes it, anything else changes nothing: | \
        输入 k 保留，输入 d 删除，其他则不作更改：
        """
    case missingKept = "kept: {what} | 已保留：{what}"
    case missingDropped = "deleted: {what} | 已删除：{what}"
    case ignored = "please check: {what} | 请核对：{what}"
    case sheetsWritten = "{sheets} tables written to {path} | 已将 {sheets} 张表写入 {path}"
}

/// Headings of what the client shows.
public enum ClientHeading: Entry, Topic {
    case planHeading = "{week}, plan version {version}, {status} | {week}，方案第 {version} 版，{status}"
    case coverage = "Coverage | 覆盖情况"
    case money = "Money | 经费"
    case objective = "Objective | 目标值构成"
    case faults = "Faults | 问题"
    case nearest = "Nearest places, and what is in the way | 最接近的安排及其障碍"
    case remedies = "What would let it in | 可使其得以安排的最小改动"
    case alternatives = "Other places for it | 其他可行安排"
    case contradiction = "No plan is possible: these contradict each other | 无法编制方案，以下要求互相矛盾"
    case ruledOut = "Options ruled out, of {count} | 被排除的选项（共 {count} 个）"
    case dropped = "Dropped | 取消"
    case added = "Added | 新增"
    case changed = "Changed | 调整"
    case frontier = "What each further change buys | 每多调整几场，能换来多少"
    case standby = "Who could step in | 替补人员"
    case goes = "What goes first as the fund shrinks | 经费缩减时最先取消的活动"
}
