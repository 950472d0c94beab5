import CaravanLanguage

/// Somebody whom sessions concern: a member, or whoever keeps a venue, a township or a fund.
///
/// Identifiers are unique within a kind only, so one that several kinds have is written with its kind: `township:t1`.
public enum Party: Sendable, Hashable {
    case member(String)
    case venue(String)
    case township(String)
    case fund(String)

    /// The words that may stand before an identifier.
    public enum Kind: String, Sendable, CaseIterable {
        case member, expert, mentor, kit, venue, township, fund

        /// The pool of members that it means; nil: all of them, or no members.
        fileprivate var pool: Pool? {
            switch self {
            case .expert: .experts
            case .mentor: .mentors
            case .kit: .kits
            case .member, .venue, .township, .fund: nil
            }
        }

        /// The word for it in messages.
        fileprivate var word: Bilingual {
            switch self {
            case .member: Word.member.bilingual
            case .expert: Bilingual(rawValue, KnownWord.experts[.chinese])
            case .mentor: Bilingual(rawValue, KnownWord.mentors[.chinese])
            case .kit: Bilingual(rawValue, KnownWord.kits[.chinese])
            case .venue: Word.venue.bilingual
            case .township: Word.township.bilingual
            case .fund: Word.fund.bilingual
            }
        }
    }

    /// Its identifier.
    public var id: String {
        switch self {
        case .member(let id), .venue(let id), .township(let id), .fund(let id): id
        }
    }

    /// Whom a text means in a week, or in one of the others, which may know what edits took away.
    /// - Parameter text: an identifier, or `kind:identifier`.
    /// - Throws: `PartyError` where nobody is meant, or several are.
    public init(_ text: String, in weeks: Week...) throws(PartyError) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let named = parts.count == 2 ? Kind(rawValue: parts[0]) : nil
        let id = named == nil ? text : parts[1]
        let found = Kind.allCases.filter { kind in
            (named ?? kind) == kind && weeks.contains { kind.has(id, in: $0) }
        }
        // A member is found by its pool too.
        let kinds = named == nil ? found.filter { $0 != .member } : found
        guard let kind = kinds.first else { throw .unknown(text, week: weeks[0].id) }
        guard kinds.count == 1 else { throw .ambiguous(id, kinds, week: weeks[0].id) }
        self.init(kind, id)
    }

    private init(_ kind: Kind, _ id: String) {
        switch kind {
        case .member, .expert, .mentor, .kit: self = .member(id)
        case .venue: self = .venue(id)
        case .township: self = .township(id)
        case .fund: self = .fund(id)
        }
    }

    /// Whether a session, or one of its sites, concerns it; `week` says which funds pay.
    public func isConcerned(by session: Session, in week: Week) -> Bool {
        switch self {
        case .member(let id): session.crew.contains(id) || session.sites.contains { $0.crew.contains(id) }
        case .venue(let id): session.venue == id || session.sites.contains { $0.venue == id }
        case .township(let id): session.township == id || session.sites.contains { $0.township == id }
        case .fund(let id):
            week.request(session.request).map { week.requests[$0].payers.contains { week.funds[$0.fund].id == id } }
                ?? false
        }
    }
}

extension Party.Kind {
    fileprivate func has(_ id: String, in week: Week) -> Bool {
        switch self {
        case .venue: return week.venue(id) != nil
        case .township: return week.township(id) != nil
        case .fund: return week.fund(id) != nil
        case .member, .expert, .mentor, .kit:
            guard let number = week.member(id) else { return false }
            return pool == nil || week.members[number].pool == pool
        }
    }
}

/// Why a text names nobody.
public enum PartyError: Error, Sendable, Equatable {
    /// The week has nobody of that identifier.
    case unknown(String, week: String)
    /// Several kinds have that identifier.
    case ambiguous(String, [Party.Kind], week: String)

    /// What is wrong and what would do.
    public var text: Bilingual {
        switch self {
        case .unknown(let id, let week): RefusedCommand.noSubject(week, id)
        case .ambiguous(let id, let kinds, let week):
            RefusedCommand.severalParties(
                week, id, kinds.map(\.word).listed(), kinds.map { "for=\($0.rawValue):\(id)" }.listed(.or))
        }
    }
}
