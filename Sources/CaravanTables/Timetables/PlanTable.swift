/// The tables in which a plan is printed and sent.
public enum PlanTable: String, Sendable, CaseIterable {
    /// A row a session, in the order of time.
    case sessions
    /// What is held in each township.
    case townships
    /// Where each expert, mentor and kit has to be.
    case members
    /// What is held in each venue.
    case venues
    /// What each fund pays.
    case funds
    /// Whom the plan reaches.
    case coverage

    /// Its name in both languages.
    var name: Wording {
        switch self {
        case .sessions: Wording("sessions", "场次")
        case .townships: Wording("by township", "按乡镇")
        case .members: Wording("by member", "按成员")
        case .venues: Wording("by venue", "按场地")
        case .funds: Wording("by fund", "按经费")
        case .coverage: Wording("coverage", "覆盖情况")
        }
    }
}

/// Headings of these tables.
enum PlanHeading {
    static let date = Wording("date", "日期")
    static let weekday = Wording("weekday", "星期")
    static let start = Wording("start", "开始")
    static let end = Wording("end", "结束")
    static let slot = Wording("slot", "时段")
    static let request = Wording("request", "申请")
    static let title = Wording("title", "标题")
    static let audience = Wording("audience", "人群")
    static let topic = Wording("topic", "主题")
    static let format = Wording("format", "形式")
    static let township = Wording("township", "乡镇编号")
    static let townshipName = Wording("township_name", "乡镇")
    static let county = Wording("county", "县区")
    static let venue = Wording("venue", "场地编号")
    static let venueName = Wording("venue_name", "场地")
    static let crew = Wording("crew", "人员编号")
    static let crewNames = Wording("crew_names", "人员")
    static let attendance = Wording("attendance", "预计人数")
    static let pool = Wording("pool", "类别")
    static let member = Wording("member", "成员编号")
    static let memberName = Wording("member_name", "成员")
    static let fund = Wording("fund", "经费编号")
    static let fundName = Wording("fund_name", "经费")
    static let item = Wording("item", "事项")
    static let cost = Wording("cost", "活动费")
    static let venueCost = Wording("venue_cost", "场地费")
    static let fees = Wording("fees", "酬劳")
    static let trips = Wording("trips", "交通费")
    static let total = Wording("total", "合计")
    static let limit = Wording("limit", "额度")
    static let left = Wording("left", "结余")
    static let people = Wording("population", "人口")
    static let sessions = Wording("sessions", "场次")
    static let perThousand = Wording("per_thousand", "每千人")
}
