/// The week's own fields, each a row of the table `week`. Keys are paths in the week document.
enum WeekFields {
    static let all: [Column] = general + travel + weights

    private static let general = [
        Column(
            "id", Wording("id", "编号"), .identifier,
            Wording("letters A-Z a-z, digits, . _ - and at most 64 of them", "只用字母、数字和 . _ -，不超过 64 个"),
            example: Wording("baishan-2025", "baishan-2025")),
        Column(
            "title", Wording("title", "标题"), .text, required: false, Wording("for people", "活动周名称"),
            example: Wording("Baishan science week 2025", "白山市 2025 年科技活动周")),
        Column(
            "start", Wording("start", "开始日期"), .date, Wording("first date", "第一天"),
            example: Wording("2025-05-24", "2025-05-24")),
        Table.number("days", Wording("days", "天数"), Wording("number of dates, 1 to 14", "1 至 14 天"), example: "9"),
        Column(
            "timezone", Wording("time zone", "时区"), .text, Wording("IANA name", "IANA 时区名"),
            example: Wording("Asia/Shanghai", "Asia/Shanghai")),
        Column(
            "audiences", Wording("audiences", "人群"), .texts,
            Wording("identifiers of the audiences", "各人群的编号"),
            example: Wording("youth, farmers, elderly", "youth、farmers、elderly")),
    ]

    private static let travel = [
        Column(
            "travel.fund", Wording("travel fund", "交通经费"), .reference(.fund),
            Wording("fund that pays trips", "支付交通的经费"), example: Wording("travel", "travel")),
        Table.number(
            "travel.speedKmh", Wording("speed (km/h)", "车速（公里/小时）"), Wording("average on the road", "平均车速"),
            example: "45"),
        Table.number(
            "travel.roadFactor", Wording("road factor", "道路系数"),
            Wording("kilometres by road for each in a straight line", "公路里程与直线距离之比"), example: "1.3"),
        Table.number(
            "travel.bufferMinutes", Wording("buffer (minutes)", "机动时间（分钟）"), Wording("added to every way", "每程另加"),
            example: "10"),
        Table.number(
            "travel.costPerKm", Wording("cost per km (yuan)", "每公里费用（元）"), Wording("of every trip", "每次出行"),
            example: "1.2"),
    ]

    private static let weights = [
        weight("km", Wording("weight of a km", "每公里扣分"), "0.02"),
        weight("preference", Wording("weight of an unpreferred slot", "非首选时段扣分"), "5"),
        weight("drop", Wording("weight of a dropped session", "取消一场扣分"), "150"),
        weight("move", Wording("weight of a moved session", "改期一场扣分"), "60"),
        weight("venue", Wording("weight of a changed venue", "更换场地扣分"), "20"),
        weight("crew", Wording("weight of a changed member", "更换人员扣分"), "15"),
    ]

    private static func weight(_ key: String, _ heading: Wording, _ example: String) -> Column {
        Table.number("weights." + key, heading, required: false, Wording("points; empty: 0", "分；空：0"), example: example)
    }
}
