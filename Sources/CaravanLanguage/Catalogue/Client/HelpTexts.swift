/// What stands around the texts of the client's help and of errors in a command line. English is word for word what
/// ArgumentParser writes: the client replaces it by Chinese.
public enum HelpFrame: Entry, Topic {
    case overview = "OVERVIEW: | 概述："
    case usage = "USAGE: | 用法："
    case usageOfError = "Usage: | 正确用法："
    case arguments = "ARGUMENTS: | 参数："
    case options = "OPTIONS: | 选项："
    case subcommands = " SUBCOMMANDS: | 命令："
    case showVersion = "Show the version. | 显示版本。"
    case showHelp = "Show help information. | 显示帮助。"
    case values = "(values: {0}) | （可选值：{0}）"
    case valuesAndDefault = "(values: {0}; default: {1}) | （可选值：{0}；默认：{1}）"
    case byDefault = "(default: {0}) | （默认：{0}）"
    case moreHelp = "  See 'caravan help <subcommand>' for detailed help. |   各命令的详细说明：caravan help <subcommand>"
    case wrongCommand = "Error: | 命令写法有误："
    case helpOfError = "Help: | 说明："
    case moreOfError = "  See '{0}' for more information. |   详细说明：{0}"
}

/// What the client's help says of the program and of commands that are no verbs of the protocol.
public enum ClientHelp: Entry, Topic {
    case program = "Plan a Science and Technology Week: talk to caravand. | 科技活动周编排客户端：与 caravand 通信。"
    case importWeek = "Make a week document out of a workbook or a folder of CSV files. | 从工作簿或 CSV 文件夹导入活动周。"
    case exportWeek = "Write a week document as a workbook or a folder of CSV files. | 把活动周导出为工作簿或 CSV 文件夹。"
    case template = "Write an empty workbook to fill in, with notes and drop-down lists. | 生成带说明和下拉列表的空白工作簿。"
    case show = """
        Report on a plan: timetable, coverage, what is not held and why, money, objective. | \
        方案报告：日程、覆盖、未安排的申请及原因、经费、目标值。
        """
    case helpVerbs = "List the daemon's verbs, or say everything about one. | 列出守护进程的全部命令，或详细说明其中之一。"
    case shell = "Speak the line protocol by hand. | 手工输入协议命令。"
}

/// Groups of commands in the client's help.
public enum CommandGroupName: Entry, Topic {
    case weeks = "Weeks | 活动周管理"
    case spreadsheets = "Spreadsheets | 电子表格"
    case solving = "Solving | 求解"
    case plans = "Plans | 方案"
    case studies = "Studies | 测算"
    case daemon = "Daemon | 守护进程"
}

/// What the client's help says of commands behind their summaries.
public enum CommandNote: Entry, Topic {
    case load = """
        A workbook or document that `caravan week -o` wrote says which revision it was taken from. With --replace it is \
        refused where others have changed the week since; look at what is new, then name the revision with --if. | \
        由 caravan week -o 写出的工作簿或文档会注明取自哪个修订。使用 --replace 时，若之后他人已更改活动周，则拒绝载入；\
        请先查看最新内容，再用 --if 指明修订。
        """
    case exitStatus = """
        Exit status: 0 success, 1 violations found by check, 2 not found, 3 exists already, 4 conflict, 5 \
        infeasible, 6 too large, 64 usage, 65 invalid document, 66 file cannot be read, 69 no daemon \
        answers, 70 internal error, 73 file cannot be written, 75 busy or timeout, 76 no caravand there, 77 \
        denied. | \
        退出状态：0 成功，1 check 发现违规，2 未找到，3 已存在，4 状态冲突，5 无可行方案，\
        6 超出大小限制，64 命令写法有误，65 文档不合规，66 文件无法读取，69 守护进程无应答，\
        70 内部错误，73 文件无法写入，75 繁忙或超时，76 对方不是 caravand，77 未获授权。
        """
    case solve = """
        Waits with a progress line until the plan is there. ^C stops the job and keeps its best plan. | \
        等待方案完成，期间显示进度。按 ^C 停止任务并保留当前最佳方案。
        """
    case replan = """
        Waits until the plan is there and tells what differs from the baseline. ^C stops the job and keeps \
        its best plan. With --frontier it also tells, without showing progress, what each further change \
        buys. With --preview nothing is stored until caravan accept. | \
        等待方案完成，并列出与基准方案的差异。按 ^C 停止任务并保留当前最佳方案。\
        加 --frontier 还会说明每多变动一处能换来什么，此时不显示进度。\
        加 --preview 时不保存任何内容，直至执行 caravan accept。
        """
    case check = "Ends with status 1 where the plan breaks rules. | 方案违反规则时，退出状态为 1。"
    case watch = "^C stops the job and keeps its best plan. | 按 ^C 停止任务并保留当前最佳方案。"
    case importWeek = """
        Needs no daemon unless --load is given. Every fault is listed with sheet, row and column; then \
        nothing is written or stored. | \
        除 --load 外无需守护进程。如有错误，逐项列出所在工作表、行、列，且不写出、不保存任何内容。
        """
    case exportWeek = """
        Needs no daemon. "caravan import" makes the same week out of what is written. | \
        无需守护进程。用 caravan import 可由导出的文件还原同一活动周。
        """
    case template = "Needs no daemon. --lang zh writes Chinese headings. | 无需守护进程。加 --lang zh 生成中文表头。"
    case shell = """
        Lines go to the daemon as they are. A word <FILE at the end of a line sends that file as its body. \
        | \
        输入的行原样发给守护进程。行末写 <文件名，则把该文件作为正文发送。
        """
}
