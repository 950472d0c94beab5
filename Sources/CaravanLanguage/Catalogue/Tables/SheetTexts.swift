/// Names of sheets, and of CSV files before `.csv`, where they are no words of other parts.
public enum SheetName: Entry, Topic {
    case funds = "funds | 经费"
    case targets = "targets | 覆盖目标"
    case caps = "caps | 限额"
    case closures = "closures | 场地停用"
    case absences = "absences | 成员缺席"
    case pins = "pins | 已定安排"
    case legs = "legs | 路程"
    case guide = "guide | 填写说明"
    case byTownship = "by township | 按乡镇"
    case byMember = "by member | 按成员"
    case byVenue = "by venue | 按场地"
    case byFund = "by fund | 按经费"
    case coverage = "coverage | 覆盖情况"
}

/// Headings of the sheets of a plan that programs read by their English names.
public enum PlanHeading: Entry, Topic {
    case township = "township | 乡镇编号"
    case townshipName = "township_name | 乡镇"
    case venue = "venue | 场地编号"
    case venueName = "venue_name | 场地"
    case crew = "crew | 人员编号"
    case crewNames = "crew_names | 人员"
    case member = "member | 成员编号"
    case memberName = "member_name | 成员"
    case fund = "fund | 经费编号"
    case fundName = "fund_name | 经费"
    case item = "item | 事项"
    case cost = "cost | 活动费"
    case venueCost = "venue_cost | 场地费"
    case fees = "fees | 酬劳"
    case trips = "trips | 交通费"
    case perThousand = "per_thousand | 每千人"
    case trip = "trip of {0}, {1} km | {0} 出行，{1} 公里"
}

/// The sheet of instructions, and the reference of sheets in the documents.
public enum GuideText: Entry, Topic {
    case sheet = "sheet | 工作表"
    case needed = "needed | 必填"
    case contents = "what it holds | 内容"
    case hintHeadings = """
        Point at a heading to see what belongs into its column; * marks columns that must be filled in. | \
        把鼠标移到标题上可看到填写说明；带 * 的列必须填写。
        """
    case hintOrder = "Columns may stand in any order; empty rows are skipped. | 列的次序不限；空行会跳过。"
    case hintLists = "Lists in a cell are separated by commas. | 一个单元格里填多项时，用顿号或逗号分开。"
    case hintMerging = "Do not merge cells. | 请不要合并单元格。"
    case origin = "taken from revision | 取自修订"
    case originNote = """
        Leave the row above as it is: by it Caravan tells whether others have changed the week since. | \
        请勿改动上一行：系统据此判断下载之后活动周是否已被他人更改。
        """
    case week = "the week itself, one field a row | 活动周本身，每行一项"
    case slots = "the slots of every date, in the order of time | 每天的时段，按时间先后"
    case funds = "who pays, and how much at most | 由谁出钱，最多多少"
    case townships = "townships with their people, a column an audience | 乡镇及人口，每个人群一列"
    case venues = "rooms, halls, squares, fields | 教室、礼堂、广场、田头等"
    case experts = "people who give talks and trainings | 作报告、做培训的人"
    case mentors = "people who coach in small groups | 分组辅导的人"
    case kits = "movable equipment | 可移动的设备"
    case requests = "the sessions that are asked for | 申请举办的活动"
    case targets = "what should be reached at least | 至少要达到的覆盖"
    case caps = "what should not be exceeded | 不应超过的数量"
    case closures = "when venues are closed | 场地何时不能用"
    case absences = "when experts, mentors and kits are away | 专家、辅导员、设备何时不在"
    case pins = "what has been decided already | 已经定下的安排"
    case legs = "ways that are longer or shorter than reckoned | 与估算不同的路程"
    case example = "e.g. {0} | 例：{0}"
    case column = "column | 列"
    case referenceHeading = "### {0} · {1} | ### {1}（{0}）"
    case referencePurpose = "{0}. | {0}。"
    case referenceNeeded = "{0}. Needed. | {0}。必须有。"
    case otherLanguage = "in Chinese | 英文"
    case whatToFillIn = "what to fill in | 填写内容"
    case exampleTitle = "example | 示例"
}

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
