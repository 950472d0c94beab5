extension Table {
    /// The columns of the table, in the order in which they are written.
    var columns: [Column] { Self.allColumns[self] ?? [] }

    private static let allColumns = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.ownColumns) })

    private var ownColumns: [Column] {
        switch self {
        case .week: Self.fieldColumns
        case .slots, .funds, .townships, .venues, .legs: placeColumns
        case .experts, .mentors, .kits: memberColumns
        case .requests: Self.requestColumns
        case .targets, .caps: ruleColumns
        case .closures, .absences, .pins: decisionColumns
        }
    }

    static let fieldColumns = [
        Column(
            "field", Wording("field", "项目"), .text, Wording("leave as it is", "请勿改动"),
            example: Wording("start", "开始日期")),
        Column(
            "value", Wording("value", "内容"), .text, Wording("fill in", "在此填写"),
            example: Wording("2025-05-24", "2025-05-24")),
        Column(
            "note", Wording("note", "说明"), .text, required: false, Wording("not read", "不读取"), example: Wording("", "")),
    ]

    static func id(_ example: String) -> Column {
        Column(
            "id", Wording("id", "编号"), .identifier,
            Wording(
                "unique; letters A-Z a-z, digits, . _ - and at most 64 of them", "不可重复；只用字母、数字和 . _ -，不超过 64 个"),
            example: Wording(example, example))
    }

    static func name(_ heading: Wording = Wording("name", "名称"), key: String = "name", example: Wording) -> Column {
        Column(
            key, heading, .text, required: false, Wording("as people know it", "通常的叫法"), example: example)
    }

    static func number(
        _ key: String, _ heading: Wording, required: Bool = true, _ note: Wording, example: String
    ) -> Column {
        Column(key, heading, .number, required: required, note, example: Wording(example, example))
    }

    static func township(_ key: String, _ heading: Wording, required: Bool = true, _ note: Wording) -> Column {
        Column(key, heading, .reference(.township), required: required, note, example: Wording("t001", "t001"))
    }

    private var placeColumns: [Column] {
        switch self {
        case .slots: Self.slotColumns
        case .funds:
            [
                Self.id("science"), Self.name(example: Wording("science office", "科技局")),
                Self.number(
                    "limit", Wording("limit (yuan)", "额度（元）"),
                    Wording("what may be spent from it", "最多可支出多少"), example: "43000"),
            ]
        case .townships: Self.townshipColumns
        case .legs:
            [
                Self.township("from", Wording("from", "起点"), Wording("township", "乡镇")),
                Self.township("to", Wording("to", "终点"), Wording("township; the way back is the same", "乡镇；往返相同")),
                Self.number(
                    "km", Wording("km", "公里"), Wording("kilometres by road", "公路里程"), example: "112"),
                Self.number(
                    "minutes", Wording("minutes", "分钟"), Wording("driving time with all buffers", "车程，含机动时间"),
                    example: "150"),
            ]
        default: Self.venueColumns
        }
    }

    private static let slotColumns = [
        id("am"),
        Column(
            "start", Wording("start", "开始"), .clock, Wording("time of day", "时刻"), example: Wording("09:00", "09:00")),
        Column(
            "end", Wording("end", "结束"), .clock, Wording("time of day, at most 24:00", "时刻，最晚 24:00"),
            example: Wording("11:30", "11:30")),
    ]

    private static let townshipColumns = [
        id("t001"), name(example: Wording("Xinjian", "新建街道")),
        Column(
            "county", Wording("county", "县区"), .text, Wording("county or district", "所属县（市、区）"),
            example: Wording("Hunjiang", "浑江区")),
        number("lat", Wording("latitude", "纬度"), Wording("degrees north", "北纬，度"), example: "41.9524"),
        number("lon", Wording("longitude", "经度"), Wording("degrees east", "东经，度"), example: "126.4058"),
        Column(
            "population", Wording("population", "人口"), .population, required: false,
            Wording("people of the audience that the heading names", "标题所写人群的人数"),
            example: Wording("6741", "6741")),
    ]

    private static let venueColumns = [
        id("v001"), name(example: Wording("Xinjian central school", "新建街道中心学校")),
        township("township", Wording("township", "乡镇"), Wording("id or name of the township", "乡镇的编号或名称")),
        Column(
            "kind", Wording("kind", "类型"), .text, Wording("kind of venue", "场地类型"),
            example: Wording("school", "学校")),
        number("capacity", Wording("capacity", "容量"), Wording("people it holds", "可容纳人数"), example: "300"),
        Column(
            "equipment", Wording("equipment", "设施"), .texts, required: false,
            Wording("list; empty: none", "可写多项；空：没有"), example: Wording("power, projector", "电源、投影仪")),
        number("cost", Wording("cost (yuan)", "费用（元）"), Wording("yuan a session", "每场费用"), example: "200"),
    ]

    private var memberColumns: [Column] {
        [
            Self.id(self == .kits ? "k01" : self == .experts ? "e001" : "m001"),
            Self.name(example: self == .kits ? Wording("VR set 1", "VR 头显一号") : Wording("Li Ming", "李明")),
            Self.township(
                "base", Wording("base", "驻地"), Wording("township from which trips start", "出发的乡镇")),
            Column(
                "skills", Wording("skills", "技能"), .skills,
                Wording("skill=level, level 1 to 5; without a level: 1", "技能=等级，等级 1 至 5；不写等级为 1"),
                example: self == .kits ? Wording("VR=1", "VR=1") : Wording("space=3; ai=2", "航天=3；人工智能=2")),
            Self.number(
                "maxPerDay", Wording("most a day", "每日最多场次"), Wording("sessions a date", "每天场次"), example: "2"),
            Self.number(
                "maxPerWeek", Wording("most a week", "每周最多场次"), Wording("sessions a week", "全周场次"), example: "5"),
            Self.number(
                "maxMinutes", Wording("farthest (minutes)", "最远车程（分钟）"),
                Wording("minutes from the base at most", "离驻地最多多少分钟"), example: "180"),
            Self.number(
                "fee", Wording("fee (yuan)", "酬劳（元）"), Wording("yuan a session", "每场"), example: "500"),
        ]
    }
}
