import CaravanLanguage

/// What a cell may hold, and what it becomes in the week document.
enum ValueKind: Sendable, Equatable {
    /// An identifier: letters, digits, `.`, `_`, `-`.
    case identifier
    /// Any text.
    case text
    /// A number that measures or counts something.
    case number(Dimension)
    /// Yes or no.
    case flag
    /// A date.
    case date
    /// A time of day.
    case clock
    /// One thing of the week, by identifier or by name.
    case reference(Directory.Kind)
    /// Several of them.
    case references(Directory.Kind)
    /// A list of texts.
    case texts
    /// One slot instance.
    case slotInstance
    /// Slot instances.
    case slotInstances
    /// Slots of a date.
    case slotNames
    /// Skills with levels.
    case skills
    /// Needs of a request.
    case needs
    /// Grouping keys of a target or cap.
    case keys
    /// What a target or cap measures.
    case measure
    /// The `where` of a target or cap.
    case clauses
    /// People of one audience; the heading names it.
    case population
}

extension ValueKind {
    /// What its numbers measure or count; nil for what is no number.
    var dimension: Dimension? {
        switch self {
        case .number(let dimension): dimension
        case .population: .people
        default: nil
        }
    }
}

/// A column of a table, or a row of the week's own fields.
struct Column: Sendable {
    /// Field of the week document.
    let key: String
    /// Its heading in both languages; units stand in brackets and may be left out.
    let heading: Bilingual
    let kind: ValueKind
    let isRequired: Bool
    /// What to fill in.
    let note: Bilingual
    /// An example in both languages.
    let example: Bilingual
    /// What its heading may be, as `PlainText.key` gives it: in either language, or the field's name.
    let headingKeys: Set<String>

    init(
        _ key: String, _ heading: any Sayable, _ kind: ValueKind, required: Bool = true, _ note: any Sayable,
        example: any TextArgument
    ) {
        self.key = key
        self.heading = heading.bilingual
        self.kind = kind
        isRequired = required
        self.note = note.bilingual
        self.example = Bilingual(example.text(in: .english), example.text(in: .chinese))
        headingKeys = Set((heading.bilingual.both + [key]).map(PlainText.key))
    }

    /// Whether a heading, as `PlainText.key` gives it, names the column.
    func matches(_ headingKey: String) -> Bool { headingKeys.contains(headingKey) }
}
