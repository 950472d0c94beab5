extension Table {
    var decisionColumns: [Column] {
        switch self {
        case .closures:
            [
                Column(
                    "venue", Wording("venue", "场地"), .reference(.venue), Wording("id or name", "编号或名称"),
                    example: Wording("v001", "v001"))
            ] + Self.timeColumns
        case .absences:
            [
                Column(
                    "member", Wording("member", "成员"), .reference(.member),
                    Wording("expert, mentor or kit; id or name", "专家、辅导员或设备；编号或名称"),
                    example: Wording("e001", "e001"))
            ] + Self.timeColumns
        default: Self.pinColumns
        }
    }

    private static let timeColumns = [
        Column(
            "from", Wording("from", "开始日期"), .date, required: false,
            Wording("empty: the whole week", "空：全周"), example: Wording("2025-05-24", "2025-05-24")),
        Column(
            "until", Wording("until", "结束日期"), .date, required: false,
            Wording("last date; empty: only the date under \"from\"", "最后一天；空：只有开始日期那一天"),
            example: Wording("2025-05-26", "2025-05-26")),
        Column(
            "slots", Wording("slots", "时段"), .slotNames, required: false,
            Wording("empty: all slots of these dates", "空：这些日期的所有时段"), example: Wording("am, pm", "am、pm")),
    ]

    private static let pinColumns = [
        Column(
            "request", Wording("request", "申请"), .reference(.request), Wording("id or title", "编号或标题"),
            example: Wording("r001", "r001")),
        Column(
            "start", Wording("start", "开始时段"), .slotInstance, required: false,
            Wording("empty: not decided", "空：未定"), example: Wording("2025-05-24.am", "2025-05-24.am")),
        township("township", Wording("township", "乡镇"), required: false, Wording("empty: not decided", "空：未定")),
        Column(
            "venue", Wording("venue", "场地"), .reference(.venue), required: false,
            Wording("empty: not decided", "空：未定"), example: Wording("v001", "v001")),
        Column(
            "crew", Wording("crew", "人员"), .references(.member), required: false,
            Wording("at least these members", "至少有这些成员"), example: Wording("e001, m002", "e001、m002")),
    ]
}
