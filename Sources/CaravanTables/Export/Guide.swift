import CaravanLanguage

/// The sheet in front of a template that says how to fill in the others.
enum Guide {
    /// - Parameter origin: the revision that the other sheets were made from; nil: they are empty.
    static func sheet(_ language: Language, origin: WeekOrigin? = nil) -> OutputSheet {
        let headings = [GuideText.sheet, .needed, .contents].map { $0[language] }
        let rows = Table.allCases.map { table -> [OutputCell] in
            [
                .text(table.name[language]), .text(KeyWords.flag(table.isRequired)[language]),
                .text(purpose(of: table)[language]),
            ]
        }
        let source = origin.map { [$0.row(language), [.empty, .empty, .text(GuideText.originNote[language])]] } ?? []
        let hints = hints.map { [OutputCell.empty, .empty, .text($0[language])] }
        return OutputSheet(
            name: Table.guide[language], columns: headings.map { OutputColumn($0) }, rows: source + rows + hints)
    }

    private static let hints = [
        GuideText.hintHeadings,
        GuideText.hintOrder,
        GuideText.hintLists,
        GuideText.hintMerging,
    ]

    /// What a table holds.
    static func purpose(of table: Table) -> GuideText {
        switch table {
        case .week: GuideText.week
        case .slots: GuideText.slots
        case .funds: GuideText.funds
        case .townships: GuideText.townships
        case .venues: GuideText.venues
        case .experts: GuideText.experts
        case .mentors: GuideText.mentors
        case .kits: GuideText.kits
        case .requests: GuideText.requests
        case .targets: GuideText.targets
        case .caps: GuideText.caps
        case .closures: GuideText.closures
        case .absences: GuideText.absences
        case .pins: GuideText.pins
        case .legs: GuideText.legs
        }
    }
}
