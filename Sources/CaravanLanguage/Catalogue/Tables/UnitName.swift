/// Units in which planners fill in numbers.
public enum UnitName: Entry, Topic {
    case yuan = "yuan | 元"
    case yuanPerKm = "yuan per km | 元/公里"
    case km = "kilometres | 公里"
    case kmPerHour = "km/h | 公里/小时"
    case people = "people | 人"
    case sessions = "sessions | 场"
    case slots = "slots | 个时段"
    case days = "days | 天"
    case degrees = "degrees | 度"
    case number = "plain digits | 纯数字"
}
