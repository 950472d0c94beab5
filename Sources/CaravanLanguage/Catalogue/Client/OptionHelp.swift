/// What the client's help says of arguments, options and flags.
public enum OptionHelp: Entry, Topic {
    case week = "Identifier of the week. | 活动周编号。"
    case request = "Identifier of the request. | 申请编号。"
    case requestOrAll = "Identifier of the request; absent: all that are not held. | 申请编号；省略时列出所有未安排的申请。"
    case requests = "Identifiers of the requests whose sessions are meant. | 所涉场次的申请编号，可列多个。"
    case fund = "Identifier of the fund. | 经费编号。"
    case version = "Plan version: a number, latest or published. | 方案版本：版本号、latest（最新）或 published（已发布）。"
    case versionPublished = """
        Plan version: a number, latest or published (default: published, else latest). | \
        方案版本：版本号、latest 或 published（默认为已发布版本，没有则为最新版本）。
        """
    case versionToPublish = "Plan version: a number or latest. | 方案版本：版本号或 latest（最新）。"
    case baseline = "Plan version against which changes cost points. | 作为基准的方案版本，偏离它要扣分。"
    case baselinePublished = """
        Plan version against which changes cost points (default: published). | \
        作为基准的方案版本，偏离它要扣分（默认为已发布版本）。
        """
    case firstVersion = "First version. | 前一版本。"
    case secondVersion = "Second version. | 后一版本。"
    case weekOrWorkbook = """
        Week document or .xlsx workbook, or - for a document on standard input. | \
        活动周文档或 .xlsx 工作簿，- 表示从标准输入读文档。
        """
    case weekFile = "Week document, or - for standard input. | 活动周文档，- 表示标准输入。"
    case requestFile = "Request as JSON, or - for standard input. | JSON 格式的申请，- 表示标准输入。"
    case newRequestFile = "A request that is not stored, as JSON, or - for standard input. | 尚未提交的申请（JSON），- 表示标准输入。"
    case fieldsFile = "JSON object with the fields to set, or - for standard input. | 含待改字段的 JSON 对象，- 表示标准输入。"
    case editsFile = "JSON list of edits, or - for standard input. | JSON 格式的修改清单，- 表示标准输入。"
    case planFile = "Plan document, or - for standard input. | 方案文档，- 表示标准输入。"
    case scenariosFile = "Scenarios as JSON, or - for standard input. | JSON 格式的情景清单，- 表示标准输入。"
    case sheetsIn = "Folder of CSV files, or .xlsx workbook. | CSV 文件夹，或 .xlsx 工作簿。"
    case sheetsOut = "Workbook to write (.xlsx), or folder for CSV files. | 要写出的工作簿（.xlsx）或 CSV 文件夹。"
    case weekOutput = """
        File to write instead of standard output; a workbook if named .xlsx. | \
        写入该文件，而不是标准输出；名为 .xlsx 则写成工作簿。
        """
    case output = "File to write instead of standard output. | 写入该文件，而不是标准输出。"
    case replace = "Replace a stored week of the same id. | 覆盖同编号的已存活动周。"
    case missing = """
        With --replace: keep or drop what the stored week has and the new one lacks, or refuse (default: ask at a \
        terminal, else refuse). | \
        与 --replace 同用：已存活动周中有、新内容没有的项目，keep（保留）、drop（删除）或 refuse（拒绝载入）；默认在终端询问，否则拒绝。
        """
    case yes = "With --replace: drop it without asking. | 与 --replace 同用：不询问，直接删除新内容没有的项目。"
    case condition = """
        Change the week only if it is at this revision: the one that you have looked at. | \
        仅当活动周仍为该修订（即您看过的修订）时才更改。
        """
    case revision = "An earlier revision (default: the latest). | 较早的修订（默认为最新修订）。"
    case anyway = "Publish it also where it breaks rules of the week as it is now. | 即使违反当前活动周的规则也发布。"
    case keepEdits = """
        Store the edits at once, whatever becomes of the job (default: with the plan, or not at all). | \
        立即保存修改，不论任务结果如何（默认与方案一同保存，无方案则不保存）。
        """
    case load = "Store the week in the daemon. | 把活动周存入守护进程。"
    case job = "Number of the job. | 任务编号。"
    case previewJob = "Number of the job that replanned with --preview. | 以 --preview 重新编排的任务编号。"
    case jobsOfWeek = "Only jobs of this week. | 只列出该活动周的任务。"
    case publish = "Publish the new version at once. | 立即发布新版本。"
    case wait = "Wait for the end of the job. | 等待任务结束。"
    case frontier = "Tell what each further change of the plan buys. | 说明方案每多变动一处能换来什么。"
    case preview = """
        Change nothing: show what would differ, for caravan accept to store. | \
        只预览差异，不作改动；采纳时用 caravan accept。
        """
    case freeze = "Sessions of the baseline before this slot stay. | 基准方案中该时段之前的场次保持不变。"
    case solveLimit = """
        Wall time, e.g. 30s, 500ms, 2m (default: 30s; replan: as many steps as a week of its size gets). | \
        求解时限，如 30s、500ms、2m（默认 30s；replan 默认按活动周规模限定步数）。
        """
    case gap = """
        End once the proven gap is at most this, e.g. 0.01 or 1% (default: 0). | \
        已证明的差距不超过该值即结束，如 0.01 或 1%（默认 0）。
        """
    case seed = "Seed of every random choice (default: 1). | 随机种子（默认 1）。"
    case work = "Search iterations instead of time, for plans that can be made again. | 以搜索迭代次数代替时限，使结果可以重现。"
    case minute = "Wall time, e.g. 60s. | 时限，如 60s。"
    case twoMinutes = "Wall time, e.g. 120s. | 时限，如 120s。"
    case tenSeconds = "Wall time, e.g. 10s. | 时限，如 10s。"
    case pool = "Only experts, mentors, kits or venues. | 仅限 experts（专家）、mentors（辅导员）、kits（器材）或 venues（场地）。"
    case standby = "Name a substitute for each member of each session. | 为每个场次的每名成员列出替补。"
    case firstLimit = "First limit, yuan. | 起始额度（元）。"
    case lastLimit = "Last limit, yuan. | 最终额度（元）。"
    case steps = "How many limits (default: 5). | 额度档数（默认 5）。"
    case topThings = "How many things. | 列出多少项。"
    case topPlacements = "How many placements. | 列出多少种安排。"
    case moves = "Also show places for which one other session makes room. | 也列出移动另一场次后可腾出的位置。"
    case coverageBy = """
        township, county, audience, fund, member or venue. | \
        分组方式：township（乡镇）、county（县）、audience（受众）、fund（经费）、\
        member（成员）或 venue（场地）。
        """
    case state = """
        draft, confirmed, published, travel-booked, or none to take marks away. | \
        draft（草案）、confirmed（已确认）、published（已发布）、\
        travel-booked（已订行程），或 none（取消标记）。
        """
    case form = "json, csv, xlsx, ics, html, mps, lp or mathprog. | 格式：json、csv、xlsx、ics、html、mps、lp 或 mathprog。"
    case subject = """
        Only sessions of this member, venue, township or fund; township:ID where several have that id. | \
        只含该成员、场地、乡镇或经费的场次；编号有重复时写 township:编号 等。
        """
    case table = """
        With csv: sessions, townships, members, venues, funds or coverage. | \
        用于 csv：sessions（场次）、townships（乡镇）、members（成员）、\
        venues（场地）、funds（经费）或 coverage（覆盖）。
        """
    case cancelled = "Only what left the calendar, as cancellations (ics). | 只含已从日历移除的场次，以取消通知形式给出（ics）。"
    case party = """
        Only what concerns this member, venue, township or fund; township:ID where several have that id. | \
        只列出涉及该成员、场地、乡镇或经费的内容；编号有重复时写 township:编号 等。
        """
    case byMember = "A message for each member whose sessions change. | 为场次有变的每名成员各写一则通知。"
    case verb = "A verb of the protocol. | 协议命令名。"
    case socket = "Unix socket of the daemon (default: CARAVAN_SOCKET). | 守护进程的 Unix 套接字（默认取 CARAVAN_SOCKET）。"
    case host = "TCP address of the daemon. | 守护进程的 TCP 地址。"
    case token = "Token, where the daemon asks for one (default: CARAVAN_TOKEN). | 访问令牌，守护进程要求时提供（默认取 CARAVAN_TOKEN）。"
    case tokenFile = "File that holds the token. | 存放访问令牌的文件。"
    case json = """
        Write the daemon's records as JSON lines, the closing line as the last one. | \
        以 JSON 行输出守护进程的记录，最后一行为结束行。
        """
    case lang = """
        Language of the output: en or zh (default: from LC_ALL, LC_MESSAGES, LANG). | \
        输出语言：en 或 zh（默认由 LC_ALL、LC_MESSAGES、LANG 决定）。
        """
}
