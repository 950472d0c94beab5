import CaravanLanguage

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
    public var name: Bilingual { word.bilingual }

    private var word: any Topic {
        switch self {
        case .week: Word.week
        case .slots: Word.slots
        case .funds: SheetName.funds
        case .townships: Word.townships
        case .venues: KnownWord.venues
        case .experts: KnownWord.experts
        case .mentors: KnownWord.mentors
        case .kits: KnownWord.kits
        case .requests: Word.requests
        case .targets: SheetName.targets
        case .caps: SheetName.caps
        case .closures: SheetName.closures
        case .absences: SheetName.absences
        case .pins: SheetName.pins
        case .legs: SheetName.legs
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
    static let guide = SheetName.guide.bilingual

    /// Whether a sheet of that name is the one of instructions.
    static func isGuide(_ name: String) -> Bool { guide.both.contains { PlainText.key($0) == PlainText.key(name) } }

    /// The table that a sheet's name means.
    static func named(_ text: String) -> Table? {
        let key = PlainText.key(text)
        return allCases.first { table in table.name.both.contains { PlainText.key($0) == key } }
    }
}
