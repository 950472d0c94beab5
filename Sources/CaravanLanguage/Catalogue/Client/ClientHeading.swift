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
