import CaravanLanguage

/// What edits can name; the raw value is the `kind` of an edit.
public enum ThingKind: String, Sendable, CaseIterable {
    /// A thing of a week.
    case request, expert, mentor, kit, venue, target, cap, township, fund
    /// The second edition has these.
    case series, department

    /// The kinds that weeks of an edition have.
    static func known(in edition: Edition) -> [ThingKind] {
        edition == .second ? allCases : allCases.filter { $0 != .series && $0 != .department }
    }

    /// The kind of a word in an edit of a week of an edition; nil where it is none.
    init?(_ word: String, in edition: Edition) {
        guard let kind = Self(rawValue: word), Self.known(in: edition).contains(kind) else { return nil }
        self = kind
    }

    /// The list of the week document that holds these things.
    var list: String { self == .series ? rawValue : rawValue + "s" }
    /// The word for it in messages.
    var word: Bilingual {
        let word: any Sayable =
            switch self {
            case .request: Word.request
            case .expert: KnownWord.experts
            case .mentor: KnownWord.mentors
            case .kit: KnownWord.kits
            case .venue: Word.venue
            case .target: SheetName.targets
            case .cap: SheetName.caps
            case .township: Word.township
            case .fund: Word.fund
            case .series: Word.series
            case .department: Word.department
            }
        return Bilingual(rawValue, word.bilingual.chinese)
    }
    /// The kinds that make up the members.
    static let members: [ThingKind] = [.expert, .mentor, .kit]
    /// The kinds that can be added.
    static let added: Set<ThingKind> = [
        .request, .expert, .mentor, .kit, .venue, .target, .cap, .series, .department,
    ]
}
