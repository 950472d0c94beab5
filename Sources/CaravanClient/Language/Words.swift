import CaravanProtocol

/// Words that the daemon sends and people read: states, terms, codes, and names of audiences that many weeks use.
enum Words {
    static let known: [String: Bilingual] = states.merging(terms) { $1 }.merging(phases) { $1 }.merging(audiences) {
        $1
    }

    private static let states: [String: Bilingual] = [
        "queued": Bilingual("queued", "排队中"), "running": Bilingual("running", "求解中"),
        "done": Bilingual("done", "已完成"), "failed": Bilingual("failed", "失败"),
        "cancelled": Bilingual("cancelled", "已取消"), "interrupted": Bilingual("interrupted", "已中断"),
        "optimal": Bilingual("optimal", "最优"), "feasible": Bilingual("feasible", "可行"),
        "solve": Bilingual("solve", "求解"), "replan": Bilingual("replan", "重排"), "preview": Bilingual("preview", "预览"),
        "adopt": Bilingual("adopt", "收入"),
        "added": Bilingual("added", "新增"), "dropped": Bilingual("dropped", "取消"),
        "better": Bilingual("better", "更优"), "worse": Bilingual("worse", "更差"),
        "same": Bilingual("same", "相同"), "undecided": Bilingual("undecided", "未定"),
        "draft": Bilingual("draft", "草案"), "confirmed": Bilingual("confirmed", "已确认"),
        "published": Bilingual("published", "已发布"), "travel-booked": Bilingual("travel-booked", "已订行程"),
        "whatif": Bilingual("what-if", "情景对比"), "critical": Bilingual("critical", "缺失分析"),
        "curve": Bilingual("curve", "经费曲线"), "worth": Bilingual("worth", "资源价值"),
        "hour": Bilingual("hour", "小时"), "session": Bilingual("session", "场"),
        "1000 yuan": Bilingual("1,000 yuan", "1000 元"),
        "changed": Bilingual("changed", "调整"), "stopped": Bilingual("stopped", "人工停止"),
    ]

    private static let terms: [String: Bilingual] = [
        "unserved": Bilingual("unserved requests", "未安排申请"), "targets": Bilingual("target shortfalls", "覆盖目标缺口"),
        "caps": Bilingual("cap excesses", "上限超出"), "travel": Bilingual("travel", "路程"),
        "preference": Bilingual("unpreferred slots", "非首选时段"), "disruption": Bilingual("disruption", "变动代价"),
        "start": Bilingual("start", "时段"), "township": Bilingual("township", "乡镇"),
        "venue": Bilingual("venue", "场地"), "crew": Bilingual("crew", "人员"),
        "experts": Bilingual("experts", "专家"), "mentors": Bilingual("mentors", "辅导员"),
        "kits": Bilingual("kits", "设备"), "venues": Bilingual("venues", "场地"),
    ]

    private static let phases: [String: Bilingual] = [
        "placements": Bilingual("placements", "枚举安排"), "construction": Bilingual("construction", "构造"),
        "search": Bilingual("search", "搜索"), "bound": Bilingual("bound", "计算下界"),
        "base": Bilingual("the week as it is", "原方案"),
        "integer program": Bilingual("integer program", "整数规划"),
    ]

    private static let audiences: [String: Bilingual] = [
        "youth": Bilingual("youth", "青少年"), "farmers": Bilingual("farmers", "农民"),
        "elderly": Bilingual("elderly", "老年人"), "residents": Bilingual("residents", "居民"),
    ]

    /// Names of error codes.
    static func name(of code: ErrorCode) -> Bilingual {
        switch code {
        case .usage: Bilingual("usage", "用法错误")
        case .unknownVerb: Bilingual("unknown verb", "未知命令")
        case .notFound: Bilingual("not found", "未找到")
        case .exists: Bilingual("exists already", "已存在")
        case .conflict: Bilingual("conflict", "状态冲突")
        case .invalid: Bilingual("invalid", "文档不合规")
        case .infeasible: Bilingual("infeasible", "无可行方案")
        case .tooLarge: Bilingual("too large", "超出大小限制")
        case .busy: Bilingual("busy", "守护进程繁忙")
        case .denied: Bilingual("denied", "未获授权")
        case .timeout: Bilingual("timeout", "等待超时")
        case .internal: Bilingual("internal error", "内部错误")
        }
    }
}
