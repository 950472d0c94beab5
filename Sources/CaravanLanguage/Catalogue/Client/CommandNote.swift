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
