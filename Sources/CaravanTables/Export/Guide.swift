/// The sheet in front of a template that says how to fill in the others.
enum Guide {
    static func sheet(_ language: SheetLanguage) -> OutputSheet {
        let headings =
            language == .chinese ? ["工作表", "必填", "内容"] : ["sheet", "needed", "what it holds"]
        let rows = Table.allCases.map { table -> [OutputCell] in
            [
                .text(table.name[language]), .text(KeyWords.flag(table.isRequired)[language]),
                .text(purpose(of: table)[language]),
            ]
        }
        let hints = hints.map { [OutputCell.empty, .empty, .text($0[language])] }
        return OutputSheet(name: Table.guide[language], columns: headings.map { OutputColumn($0) }, rows: rows + hints)
    }

    private static let hints = [
        Wording(
            "Point at a heading to see what belongs into its column; * marks columns that must be filled in.",
            "把鼠标移到标题上可看到填写说明；带 * 的列必须填写。"),
        Wording("Columns may stand in any order; empty rows are skipped.", "列的次序不限；空行会跳过。"),
        Wording("Lists in a cell are separated by commas.", "一个单元格里填多项时，用顿号或逗号分开。"),
        Wording("Do not merge cells.", "请不要合并单元格。"),
    ]

    /// What a table holds.
    static func purpose(of table: Table) -> Wording {
        switch table {
        case .week: Wording("the week itself, one field a row", "活动周本身，每行一项")
        case .slots: Wording("the slots of every date, in the order of time", "每天的时段，按时间先后")
        case .funds: Wording("who pays, and how much at most", "由谁出钱，最多多少")
        case .townships: Wording("townships with their people, a column an audience", "乡镇及人口，每个人群一列")
        case .venues: Wording("rooms, halls, squares, fields", "教室、礼堂、广场、田头等")
        case .experts: Wording("people who give talks and trainings", "作报告、做培训的人")
        case .mentors: Wording("people who coach in small groups", "分组辅导的人")
        case .kits: Wording("movable equipment", "可移动的设备")
        case .requests: Wording("the sessions that are asked for", "申请举办的活动")
        case .targets: Wording("what should be reached at least", "至少要达到的覆盖")
        case .caps: Wording("what should not be exceeded", "不应超过的数量")
        case .closures: Wording("when venues are closed", "场地何时不能用")
        case .absences: Wording("when experts, mentors and kits are away", "专家、辅导员、设备何时不在")
        case .pins: Wording("what has been decided already", "已经定下的安排")
        case .legs: Wording("ways that are longer or shorter than reckoned", "与估算不同的路程")
        }
    }
}
