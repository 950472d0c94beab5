extension KnownWord {
    /// The identifier that it stands for, as week documents and the protocol write it.
    public var identifier: String {
        switch self {
        case .thousandYuan: "1000 yuan"
        case .integerProgram: "integer program"
        case .travelBooked: "travel-booked"
        case .handsOn: "hands-on"
        case .fieldVisit: "field-visit"
        default: "\(self)"
        }
    }

    /// What an identifier means; nil for those that belong to one week alone.
    public static func bilingual(of identifier: String) -> Bilingual? { known[identifier] }

    /// What an identifier means in a language; one that belongs to one week alone stands for itself.
    public static func name(of identifier: String, in language: Language) -> String {
        known[identifier]?[language] ?? identifier
    }

    /// Words that are more than identifiers: they are titles too.
    private static let titles: [(identifier: String, word: Word)] = [
        ("published", .published), ("township", .township), ("venue", .venue), ("crew", .crew), ("fund", .fund),
        ("request", .request), ("audience", .audience), ("member", .member),
    ]

    private static let known: [String: Bilingual] = Dictionary(
        titles.map { ($0.identifier, $0.word.bilingual) } + allCases.map { ($0.identifier, $0.bilingual) }
    ) { first, _ in first }
}
