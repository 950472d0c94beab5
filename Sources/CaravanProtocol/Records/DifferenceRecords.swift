// What each field holds is said where it is listed, for the reference and for readers alike.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CaravanCore
import CaravanLanguage

/// A request whose session differs between two plans, as `DIFF`, `REPLAN` and `PROPOSAL` tell it.
public struct DifferenceRecord: ProtocolRecord {
    public var request = ""
    public var title: String?
    public var kind = ""
    public var changes: [String]?
    public var from: Session?
    public var to: Session?
    public var cost = 0.0
    public var text: Bilingual?

    public init() {}

    public static let fields: [RecordField<DifferenceRecord>] = [
        .field("request", \.request, "identifier"), .optional("title", \.title, "its title"),
        .field("kind", \.kind, "`added`, `dropped` or `changed`"),
        .optional("changes", \.changes, "for `changed`: a list out of `start`, `township`, `venue`, `crew`"),
        .optional("from", \.from, "the session in the first version; absent for `added`"),
        .optional("to", \.to, "the session in the second version; absent for `dropped`"),
        .field(
            "cost", \.cost, "points that the change costs by the week's weights `drop`, `move`, `venue`, `crew`"),
        .text("text", \.text, "the difference as a line for people"),
    ]
}

/// What a member is told of the differences between two plans.
public struct NoticeRecord: ProtocolRecord {
    /// One of its sessions.
    public struct Change: ProtocolRecord {
        public var request = ""
        public var change = ""
        public var from: Session?
        public var to: Session?
        public var text: Bilingual?

        public init() {}

        public static let fields: [RecordField<Change>] = [
            .field("request", \.request, "identifier"),
            .field("change", \.change, "`got`, `cancelled`, `released` (it is held without the member) or `changed`"),
            .optional("from", \.from, "the session before"), .optional("to", \.to, "the session after"),
            .text("text", \.text, "the change as a line for people"),
        ]
    }

    public var member = ""
    public var name: String?
    public var pool: String?
    public var changes: [Change] = []
    public var message: Bilingual?

    public init() {}

    public static let fields: [RecordField<NoticeRecord>] = [
        .field("member", \.member, "identifier"), .optional("name", \.name, "its name"),
        .optional("pool", \.pool, "`experts`, `mentors` or `kits`"),
        .field(
            "changes", \.changes,
            "`{\"request\",\"change\",\"from\",\"to\",\"text\",\"textZh\"}` by request id; `change` is `got`, `cancelled`, "
                + "`released` (it is held without the member) or `changed`"),
        .text("message", \.message, "a message to send to the member"),
    ]
}

/// What so many changes buy, as `REPLAN frontier=yes` tells it.
public struct FrontierRecord: ProtocolRecord {
    public var kind = FrontierRecord.kind
    public var changes = 0
    public var objective = 0.0
    public var bound = 0.0
    public var gap = 0.0
    public var least: Bool?

    /// What tells it apart from the differences before it.
    public static let kind = "frontier"

    public init() {}

    public static let fields: [RecordField<FrontierRecord>] = [
        .field("kind", \.kind, "`frontier`"),
        .field("changes", \.changes, "requests whose session may differ from the baseline's, at most"),
        .field("objective", \.objective, "points of the best plan found that changes no more"),
        .field("bound", \.bound, "no plan that changes no more has fewer points"),
        .field("gap", \.gap, "(objective − bound) / max(1, |objective|)"),
        .optional("least", \.least, "in the first: whether it is proven that no plan changes fewer"),
    ]
}
