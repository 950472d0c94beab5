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
