/// Headings and sentences about a plan, in the terminal and on the page.
public enum PlanText: Entry, Topic {
    case timetable = "Timetable | 日程"
    case unheld = "Not held, and why | 未安排的申请及原因"
    case nothingHeld = "No session is held. | 没有安排任何活动。"
    case allHeld = "Every request is held. | 所有申请均已安排。"
}
