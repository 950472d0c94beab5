import CaravanProtocol

extension Message {
    /// Titles of columns, labels and headings.
    static let labels: [Message: Bilingual] = [
        .week: Bilingual("week", "活动周"), .title: Bilingual("title", "名称"), .start: Bilingual("start", "开始"),
        .days: Bilingual("days", "天数"), .revision: Bilingual("revision", "修订"),
        .requests: Bilingual("requests", "申请"), .plans: Bilingual("plans", "方案"),
        .published: Bilingual("published", "已发布"), .updated: Bilingual("updated", "更新时间"),
        .job: Bilingual("job", "任务"), .state: Bilingual("state", "状态"), .submitted: Bilingual("submitted", "提交时间"),
        .seconds: Bilingual("time", "用时"), .objective: Bilingual("objective", "目标值"),
        .bound: Bilingual("bound", "下界"), .gap: Bilingual("gap", "间隙"), .version: Bilingual("version", "版本"),
        .status: Bilingual("status", "状态"), .phase: Bilingual("phase", "阶段"), .limit: Bilingual("limit", "上限"),
        .kind: Bilingual("kind", "类型"), .sessions: Bilingual("sessions", "场次"),
        .unserved: Bilingual("not held", "未安排"), .created: Bilingual("created", "生成时间"),
        .baseline: Bilingual("baseline", "基准"), .origin: Bilingual("origin", "来源"),
        .request: Bilingual("request", "申请"), .held: Bilingual("held", "已安排"), .reason: Bilingual("reason", "原因"),
        .value: Bilingual("value", "分值"), .change: Bilingual("change", "变动"), .from: Bilingual("from", "原安排"),
        .to: Bilingual("to", "新安排"), .points: Bilingual("points", "分"), .county: Bilingual("county", "县区"),
        .township: Bilingual("township", "乡镇"), .venue: Bilingual("venue", "场地"), .crew: Bilingual("crew", "人员"),
        .slot: Bilingual("slot", "时段"), .date: Bilingual("date", "日期"), .name: Bilingual("name", "名称"),
        .attendance: Bilingual("attendance", "人次"), .population: Bilingual("people", "人口"),
        .perThousand: Bilingual("per 1000", "每千人"), .shortfall: Bilingual("shortfall", "缺口"),
        .audience: Bilingual("audience", "人群"), .member: Bilingual("member", "成员"),
        .money: Bilingual("spent", "支出"), .fund: Bilingual("fund", "经费"), .left: Bilingual("left", "结余"),
        .used: Bilingual("used", "使用率"), .load: Bilingual("load", "负荷"), .trips: Bilingual("trips", "出行"),
        .km: Bilingual("km", "公里"), .pool: Bilingual("pool", "类别"), .rule: Bilingual("rule", "规则"),
        .message: Bilingual("message", "说明"), .path: Bilingual("path", "位置"), .total: Bilingual("total", "合计"),
        .term: Bilingual("term", "构成"), .verb: Bilingual("verb", "命令"), .usage: Bilingual("usage", "用法"),
        .summary: Bilingual("summary", "说明"), .argument: Bilingual("argument", "参数"),
        .accepts: Bilingual("accepts", "取值"), .absent: Bilingual("default", "默认值"),
        .purpose: Bilingual("purpose", "用途"), .yes: Bilingual("yes", "是"), .no: Bilingual("no", "否"),
        .sign: Bilingual("sign", "判断"), .gained: Bilingual("gained", "新增安排"), .lost: Bilingual("lost", "失去"),
        .noRecords: Bilingual("none", "无"), .listSeparator: Bilingual(", ", "、"),
        .timetable: Bilingual("Timetable", "日程"), .coverageHeading: Bilingual("Coverage", "覆盖情况"),
        .unheldHeading: Bilingual("Not held, and why", "未安排的申请及原因"), .moneyHeading: Bilingual("Money", "经费"),
        .objectiveHeading: Bilingual("Objective", "目标值构成"), .faultsHeading: Bilingual("Faults", "问题"),
    ]
}
