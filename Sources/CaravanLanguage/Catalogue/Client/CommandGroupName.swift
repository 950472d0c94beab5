/// Groups of commands in the client's help.
public enum CommandGroupName: Entry, Topic {
    case weeks = "Weeks | 活动周管理"
    case spreadsheets = "Spreadsheets | 电子表格"
    case solving = "Solving | 求解"
    case plans = "Plans | 方案"
    case studies = "Studies | 测算"
    case daemon = "Daemon | 守护进程"
}
