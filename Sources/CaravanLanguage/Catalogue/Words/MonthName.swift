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
