import CaravanCore
import CaravanLanguage

/// One of the demands and limits that cannot be kept together.
public struct Contradiction: Sendable, Equatable {
    /// What demands or limits.
    public enum Kind: String, Sendable {
        /// A pin (H11); the identifier is the request's.
        case pin
        /// A session before the freeze point (H12); the identifier is the request's.
        case frozen
        /// A request that a pinned or frozen one waits for (H9).
        case awaited
        /// The limit of a fund (H8).
        case fund
        /// A hard cap (H10).
        case cap
        /// What they cannot share, in words; it has no identifier.
        case clash
        /// Something else.
        case other
    }

    /// What it is.
    public let kind: Kind
    /// Identifier of the request, fund or cap; empty for something else.
    public let id: String
    /// It as a sentence.
    public let phrase: Bilingual
    /// The rule that it stands for; nil for something else.
    public let rule: Rule?
    /// What else there is to it, for programs: identifiers of what it is about.
    public let details: JSONObject
    /// Changes that help, each of them tried.
    public let remedies: [PinRemedy]

    init(
        _ kind: Kind, _ id: String, _ phrase: Bilingual, rule: Rule? = nil, details: JSONObject = JSONObject(),
        remedies: [PinRemedy] = []
    ) {
        (self.kind, self.id, self.phrase) = (kind, id, phrase)
        self.rule = rule ?? kind.rule
        (self.details, self.remedies) = (details, remedies)
    }

    /// Something that is not told apart further.
    public init(_ phrase: Bilingual) { self.init(.other, "", phrase) }

    /// `{"kind","id","rule","text","textZh"}`, and what it is about and what helps where that is known.
    public var record: JSON {
        var fields = JSONObject([("kind", .string(kind.rawValue))])
        if !id.isEmpty { fields["id"] = .string(id) }
        fields["rule"] = rule.map { .string($0.rawValue) }
        fields["text"] = .string(phrase.english)
        fields["textZh"] = .string(phrase.chinese)
        for field in details.fields { fields[field.key] = field.value }
        if !remedies.isEmpty { fields["remedies"] = .array(remedies.map(\.record)) }
        return .object(fields)
    }
}

extension Contradiction {
    /// Changes that the sentence names at most.
    fileprivate static let remediesNamed = 3
}

extension Contradiction.Kind {
    fileprivate var rule: Rule? {
        switch self {
        case .pin: .H11
        case .frozen: .H12
        case .awaited: .H9
        case .fund: .H8
        case .cap: .H10
        case .clash, .other: nil
        }
    }
}

extension Sequence<Contradiction> {
    /// The sentences, put together: what cannot be shared, or else everything that takes part; then what would help.
    public var sentence: Bilingual {
        let clashes = filter { $0.kind == .clash }
        let said = (clashes.isEmpty ? Array(self) : clashes).map(\.phrase).listed(.semicolon)
        let remedies = flatMap(\.remedies)
        guard let first = remedies.first else { return said }
        let told: ContradictionText = first.isWhole ? .mended : .mendedInPart
        return told(said, remedies.prefix(Contradiction.remediesNamed).map(\.text).listed(.or))
    }
}
