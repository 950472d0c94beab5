/// Headings and sentences about a plan, in the terminal and on the page.
public enum PlanText: Entry, Topic {
    case timetable = "Timetable | 日程"
    case unheld = "Not held, and why | 未安排的申请及原因"
    case nothingHeld = "No session is held. | 没有安排任何活动。"
    case staleSession = "stale: 1 session no longer stands | 方案已失效：1 场活动不再成立"
    case staleSessions = "stale: {0} sessions no longer stand | 方案已失效：{0} 场活动不再成立"
    case staleByRule = "stale: it breaks 1 rule of the week as it is now | 方案已失效：违反当前活动周的 1 条规则"
    case staleByRules = "stale: it breaks the rules of the week as it is now in {0} places | 方案已失效：有 {0} 处违反当前活动周的规则"
    case standing = "standing | 是否成立"
    case fallen = "no longer stands | 不再成立"
    case allHeld = "Every request is held. | 所有申请均已安排。"
}
