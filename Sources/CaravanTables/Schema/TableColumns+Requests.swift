extension Table {
    static let requestColumns = subjectColumns + placementColumns

    private static let subjectColumns = [
        id("r001"),
        name(Wording("title", "标题"), key: "title", example: Wording("Blueberry pests", "蓝莓病虫害防控")),
        Column(
            "fund", Wording("fund", "经费"), .reference(.fund), Wording("fund that pays", "付款的经费"),
            example: Wording("science", "science")),
        Column(
            "audience", Wording("audience", "人群"), .reference(.audience), Wording("whom it is for", "面向人群"),
            example: Wording("farmers", "farmers")),
        Column(
            "topic", Wording("topic", "主题"), .text, Wording("what it is about", "活动主题"),
            example: Wording("blueberries", "蓝莓种植")),
        Column(
            "format", Wording("format", "形式"), .text, Wording("kind of event", "活动形式"),
            example: Wording("training", "培训")),
        Column(
            "townships", Wording("townships", "可选乡镇"), .references(.township),
            Wording("where it may be held; ids or names", "可在哪些乡镇举办；编号或名称"),
            example: Wording("t001, t002", "t001、t002")),
        number(
            "attendance", Wording("attendance", "预计人数"), Wording("people expected", "预计参加人数"), example: "80"),
        number(
            "duration", Wording("duration (slots)", "时长（时段数）"),
            Wording("consecutive slots of one date", "同一天连续几个时段"), example: "1"),
        Column(
            "needs", Wording("needs", "所需人员设备"), .needs, required: false,
            Wording(
                "POOL:SKILL>=LEVEL xNUMBER; level and number 1 unless said", "类别:技能>=等级 x数量；不写为 1"),
            example: Wording("experts:blueberry>=3 x2; mentors:coding", "专家:蓝莓>=3 x2；辅导员:编程")),
    ]

    private static let placementColumns = [
        Column(
            "venueKinds", Wording("venue kinds", "场地类型"), .texts, required: false,
            Wording("list; empty: any kind", "可写多项；空：不限"), example: Wording("school, hall", "学校、礼堂")),
        Column(
            "equipment", Wording("equipment", "所需设施"), .texts, required: false,
            Wording("what the venue must have", "场地必须具备"), example: Wording("projector", "投影仪")),
        Column(
            "slots", Wording("slots", "可选时段"), .slotInstances, required: false,
            Wording(
                "empty: any; 2025-05-24.am, 2025-05-24 (whole day), 2025-05-24~2025-05-28.am+pm",
                "空：不限；2025-05-24.am、2025-05-24（整天）、2025-05-24~2025-05-28.am+pm"),
            example: Wording("2025-05-24~2025-05-26.am", "2025-05-24~2025-05-26.am")),
        Column(
            "preferredSlots", Wording("preferred slots", "首选时段"), .slotInstances, required: false,
            Wording("empty: no preference; starts elsewhere cost points", "空：无偏好；不在首选时段开始会扣分"),
            example: Wording("2025-05-24.am", "2025-05-24.am")),
        number(
            "value", Wording("value (points)", "分值"), Wording("points lost if it is not held", "不举办损失的分数"),
            example: "300"),
        number(
            "cost", Wording("cost (yuan)", "费用（元）"),
            Wording("besides venue, fees and trips", "不含场地、酬劳和交通"), example: "2000"),
        Column(
            "after", Wording("after", "须在其后"), .references(.request), required: false,
            Wording("requests that must be over before", "须先结束的申请"), example: Wording("r000", "r000")),
    ]

    private static let keyWords = Wording(
        "township, county, date, audience, topic, format, fund", "乡镇、县区、日期、人群、主题、形式、经费")

    var ruleColumns: [Column] {
        let isTarget = self == .targets
        let threshold =
            isTarget
            ? Self.number("atLeast", Wording("at least", "至少"), Wording("wanted in each group", "每组至少"), example: "1")
            : Self.number("atMost", Wording("at most", "至多"), Wording("allowed in each group", "每组至多"), example: "1")
        let weight = Self.number(
            "weight", Wording("weight (points)", "权重（分）"), required: isTarget,
            isTarget
                ? Wording("points for each unit that is missing", "每缺一单位扣的分数")
                : Wording("points for each unit beyond; empty: never allowed", "每超一单位扣的分数；空：绝不允许"),
            example: "30")
        let scaled = Column(
            "scaled", Wording("scaled", "按人口"), .flag, required: false,
            Wording("yes: times people of the township in thousands", "是：乘以乡镇人口（千人）"), example: Wording("yes", "是"))
        return [
            Self.id(isTarget ? "first" : "repeats"),
            Column(
                "per", Wording("per", "分组"), .keys, required: false,
                Wording(
                    "list of \(Self.keyWords.english); empty: the whole week", "可写多项：\(Self.keyWords.chinese)；空：全周一组"),
                example: Wording("township, audience", "乡镇、人群")),
            Column(
                "where", Wording("where", "条件"), .clauses, required: false,
                Wording("KEY=values; KEY=values", "项目=取值；项目=取值"),
                example: Wording("format=hands-on, contest; county=Hunjiang", "形式=体验、竞赛；县区=浑江区")),
            Column(
                "measure", Wording("measure", "统计"), .measure, Wording("sessions or attendance", "场次 或 人次"),
                example: Wording("sessions", "场次")),
            threshold, weight,
        ] + (isTarget ? [scaled] : [])
    }
}
