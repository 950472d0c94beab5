/// The tables of a week. Each is a sheet of a workbook, or a CSV file.
public enum Table: String, Sendable, CaseIterable {
    /// Fields of the week itself, one a row.
    case week
    /// Slots of every date.
    case slots
    /// Money pots.
    case funds
    /// Townships with their people.
    case townships
    /// Venues.
    case venues
    /// The first pool of members.
    case experts
    /// The second pool.
    case mentors
    /// The third pool: movable equipment.
    case kits
    /// Requests.
    case requests
    /// Targets of coverage.
    case targets
    /// Caps.
    case caps
    /// When venues are closed.
    case closures
    /// When members are away.
    case absences
    /// Decisions already taken.
    case pins
    /// Ways between two townships that replace the reckoned ones.
    case legs

    /// Its name in both languages: of the sheet, and of the file before `.csv`.
    public var name: Wording {
        switch self {
        case .week: Wording("week", "活动周")
        case .slots: Wording("slots", "时段")
        case .funds: Wording("funds", "经费")
        case .townships: Wording("townships", "乡镇")
        case .venues: Wording("venues", "场地")
        case .experts: Wording("experts", "专家")
        case .mentors: Wording("mentors", "辅导员")
        case .kits: Wording("kits", "设备")
        case .requests: Wording("requests", "申请")
        case .targets: Wording("targets", "覆盖目标")
        case .caps: Wording("caps", "限额")
        case .closures: Wording("closures", "场地停用")
        case .absences: Wording("absences", "成员缺席")
        case .pins: Wording("pins", "已定安排")
        case .legs: Wording("legs", "路程")
        }
    }

    /// Whether a week cannot do without it.
    public var isRequired: Bool {
        switch self {
        case .week, .slots, .funds, .townships, .venues, .requests: true
        default: false
        }
    }

    /// The path of its list in the week document; nil for tables whose rows go into other lists.
    var listPath: String? {
        switch self {
        case .week, .closures, .absences: nil
        case .legs: "travel.legs"
        default: rawValue
        }
    }

    /// The sheet with instructions that templates have; it is not read.
    static let guide = Wording("guide", "填写说明")

    /// The table that a sheet's name means.
    static func named(_ text: String) -> Table? {
        let key = PlainText.key(text)
        return allCases.first { table in table.name.both.contains { PlainText.key($0) == key } }
    }
}
