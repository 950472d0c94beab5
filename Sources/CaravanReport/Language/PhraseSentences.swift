extension Phrase {
    /// Labels of figures, notes and whole sentences.
    static let sentences: [Phrase: Bilingual] = [
        .sessionsHeld: Bilingual("Sessions", "活动场次"), .ofRequests: Bilingual("of {0} requests", "共 {0} 项申请"),
        .peopleReached: Bilingual("People reached", "预计参加人次"),
        .perThousandNote: Bilingual("{0} per 1,000 residents", "每千人 {0} 人次"),
        .townshipsReached: Bilingual("Townships with a session", "有活动的乡镇"),
        .ofTownships: Bilingual("of {0}", "共 {0} 个"),
        .townshipsWithout: Bilingual("Townships without any", "没有活动的乡镇"),
        .peopleLiveThere: Bilingual("{0} people live there", "涉及人口 {0}"),
        .interactiveShare: Bilingual("Interactive formats", "互动形式占比"),
        .moneyUsed: Bilingual("Money used, yuan", "经费支出（元）"),
        .ofLimit: Bilingual("of {0} ({1})", "额度 {0}，使用率 {1}"),
        .gini: Bilingual("Gini coefficient", "基尼系数"),
        .giniNote: Bilingual("attendance per 1,000 over townships; 0 is equal", "各乡镇每千人参加人次；0 为完全均等"),
        .worstTownship: Bilingual("Least served township", "覆盖最少的乡镇"),
        .worstNote: Bilingual("{0} per 1,000, {1} residents", "每千人 {0} 人次，人口 {1}"),
        .everyTownship: Bilingual("Every township has a session.", "每个乡镇都有活动。"),
        .leftOutList: Bilingual("Townships without any session: {0}.", "没有活动的乡镇：{0}。"),
        .contributions: Bilingual("Contributions by department", "各部门（经费）贡献"),
        .byGroup: Bilingual("By {0}", "按{0}"),
        .interactiveNote: Bilingual("{0} sessions: {1}", "{0} 场（{1}）"),
        .mapNote: Bilingual(
            "Size: residents. Number: sessions. Circles that would cover each other are moved apart a little.",
            "圆的大小表示人口，数字表示场次；会重叠的圆已略微移开。"),
        .namesMissing: Bilingual(
            "There is no room for the names of {0} townships; the coverage tables have them all.",
            "另有 {0} 个乡镇名称因空间不足未标出，完整名单见覆盖表。"),
        .mapTip: Bilingual(
            "{0}: {1} sessions, {2} per 1,000, {3} residents", "{0}：{1} 场，每千人 {2} 人次，人口 {3}"),
        .legendTitle: Bilingual("Attendance per 1,000 residents:", "每千人参加人次："),
        .noSession: Bilingual("no session", "没有活动"),
        .nothingHeld: Bilingual("No session is held.", "没有安排任何活动。"),
        .countyHeading: Bilingual("{0}: {1} sessions", "{0}（{1} 场）"),
        .until: Bilingual("until {0}", "至 {0}"),
        .coverageNote: Bilingual(
            "Attendance per 1,000 residents of the audience, and ×sessions; – where there is none.",
            "各人群每千人参加人次，×后为场次；– 表示没有活动。"),
        .loadNote: Bilingual(
            "Sessions out of the most that each may do in the week.", "本周承担场次与每周上限之比。"),
        .poolHeading: Bilingual("{0}: {1} of {2} at work", "{0}（共 {2}，使用 {1}）"),
        .idle: Bilingual("Without a session: {0}.", "本周未安排：{0}。"),
        .allHeld: Bilingual("Every request is held.", "所有申请均已安排。"),
        .unheldNote: Bilingual("{0} requests, worth {1} points together.", "共 {0} 项，合计 {1} 分。"),
        .andMore: Bilingual(" and {0} more", "，另有 {0} 个"),
        .certificateNote: Bilingual(
            "No plan that keeps the hard rules has fewer points than the bound. Week revision, seed and version tell how "
                + "the plan was made.",
            "任何满足硬性规则的方案，其目标值都不会低于下界。活动周修订号、随机种子和版本说明方案的来历。"),
        .facts: Bilingual("Plan", "方案"), .objectiveTerms: Bilingual("Objective by term", "目标值构成"),
        .againstVersion: Bilingual("against version {0}", "以第 {0} 版为基准"), .unproven: Bilingual("none proven", "尚无"),
    ]
}
