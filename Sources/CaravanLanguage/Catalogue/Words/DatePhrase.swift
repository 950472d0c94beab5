/// How dates are written: `{day}`, `{month}` by its name, `{year}` and `{weekday}`.
public enum DatePhrase: Entry, Topic {
    case day = "{day} | {day}日"
    case dayOfMonth = "{day} {month} | {month}{day}日"
    case dayOfYear = "{day} {month} {year} | {year}年{month}{day}日"
    case weekdayAndDay = "{weekday} {day} {month} | {month}{day}日 {weekday}"
    case weekdayAndHours = "{weekday} {day} {month}, {hours} | {month}{day}日（{weekday}）{hours}"
    case range = "{0}–{1} | {0}至{1}"
}
