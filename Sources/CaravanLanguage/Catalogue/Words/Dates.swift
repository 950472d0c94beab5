/// How dates are written: `{day}`, `{month}` by its name, `{year}` and `{weekday}`.
public enum DatePhrase: Entry, Topic {
    case day = "{day} | {day}日"
    case dayOfMonth = "{day} {month} | {month}{day}日"
    case dayOfYear = "{day} {month} {year} | {year}年{month}{day}日"
    case weekdayAndDay = "{weekday} {day} {month} | {month}{day}日 {weekday}"
    case weekdayAndHours = "{weekday} {day} {month}, {hours} | {month}{day}日（{weekday}）{hours}"
    case range = "{0}–{1} | {0}至{1}"
}

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

/// Months, January first.
public enum MonthName: Entry, Topic {
    case january = "Jan | 1月"
    case february = "Feb | 2月"
    case march = "Mar | 3月"
    case april = "Apr | 4月"
    case may = "May | 5月"
    case june = "Jun | 6月"
    case july = "Jul | 7月"
    case august = "Aug | 8月"
    case september = "Sep | 9月"
    case october = "Oct | 10月"
    case november = "Nov | 11月"
    case december = "Dec | 12月"
}
