extension Catalogue {
    /// How dates are written, with the names of days and months by number.
    static let consoleDates: [String: Bilingual] = {
        var texts = ["figure.day": DatePhrase.weekdayAndDay.bilingual]
        for (number, name) in WeekdayName.allCases.enumerated() { texts["weekday.\(number)"] = name.bilingual }
        for (number, name) in MonthName.allCases.enumerated() { texts["month.\(number + 1)"] = name.bilingual }
        return texts
    }()

    /// What other parts of the program say in the same words.
    static let consoleShared: [String: Bilingual] = [
        "nav.coverage": Bilingual("Coverage", "覆盖情况"),
        "version.published": Bilingual("published", "已发布"),
        "version.draft": Bilingual("not published", "未发布"),
        "plan.place": Bilingual("{0}, {1}", "{1} {0}"),
        "plan.stale": PlanText.staleSessions.bilingual,
        "plan.staleRules": PlanText.staleByRules.bilingual,
        "map.title": Bilingual("Map of townships", "乡镇分布图"),
        "timetable.title": Bilingual("Timetable", "日程"),
        "solve.version": Bilingual("Plan", "方案"),
        "edit.change": Bilingual("{0}: {1}", "{0}：{1}"),
        "scenario.requests": Bilingual("{0} requests", "{0} 项申请"),
        "word.youth": Bilingual("youth", "青少年"),
        "word.farmers": Bilingual("farmers", "农民"),
        "word.elderly": Bilingual("elderly", "老年人"),
        "word.residents": Bilingual("residents", "居民"),
        "word.lecture": Bilingual("lecture", "讲座"),
        "word.hands-on": Bilingual("hands-on", "动手实践"),
        "word.exhibition": Bilingual("exhibition", "展览"),
        "word.training": Bilingual("training", "培训"),
        "word.field-visit": Bilingual("field visit", "实地观摩"),
        "word.contest": Bilingual("contest", "竞赛"),
        "word.immersive": Bilingual("immersive", "沉浸体验"),
        "word.experts": Bilingual("experts", "专家"),
        "word.mentors": Bilingual("mentors", "辅导员"),
        "word.kits": Bilingual("kits", "设备"),
        "word.venues": Bilingual("venues", "场地"),
        "word.request": Bilingual("request", "申请"),
        "word.venue": Bilingual("venue", "场地"),
        "status.feasible": Bilingual("feasible", "可行"),
        "origin.solve": Bilingual("solved", "求解"),
        "origin.adopt": Bilingual("taken in from outside", "外部收入"),
        "state.done": Bilingual("done", "已完成"),
        "state.failed": Bilingual("failed", "失败"),
        "phase.search": Bilingual("search", "搜索"),
        "phase.bound": Bilingual("bound", "下界"),
        "phase.integer program": Bilingual("integer program", "整数规划"),
        "phase.storing": Bilingual("storing", "等待存储"),
        "kind.dropped": Bilingual("Dropped", "取消"),
        "kind.added": Bilingual("Added", "新增"),
    ]
}
