/// Days of the week, Monday first.
public enum WeekdayName: Entry, Topic {
    case monday = "Mon | 周一"
    case tuesday = "Tue | 周二"
    case wednesday = "Wed | 周三"
    case thursday = "Thu | 周四"
    case friday = "Fri | 周五"
    case saturday = "Sat | 周六"
    case sunday = "Sun | 周日"
}
