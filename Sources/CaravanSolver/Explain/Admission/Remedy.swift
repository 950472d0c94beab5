import CaravanCore
import CaravanLanguage

/// A smallest set of changes that lets a request in, carried out and checked.
public struct Remedy: Sendable {
    /// One change.
    public struct Element: Sendable {
        /// A word for programs: `fund`, `move`, `drop`, `hold`, `cap`, `limit`, `away`, `closed`, `order`, `slots`,
        /// `kinds`, `pin`, `unfit`, `reach` or `supply`.
        public let kind: String
        /// The change in English.
        public let text: String
        /// The change in Chinese.
        public let chinese: String
        /// What it is about: identifiers, old and new figures.
        public let details: JSONObject
        /// What it changes of the week, as a list of edits (domain, section 6); empty where only sessions change.
        public let edits: [JSON]

        init(_ kind: String, _ phrase: any Sayable, _ details: [(String, JSON)], edits: [JSON] = []) {
            let said = phrase.bilingual
            (self.kind, text, chinese, self.edits) = (kind, said.english, said.chinese, edits)
            self.details = JSONObject(details)
        }

        /// `{"kind",…,"text","textZh"}`.
        public var record: JSON {
            var fields = JSONObject([("kind", .string(kind))])
            for field in details.fields { fields[field.key] = field.value }
            fields["text"] = .string(text)
            fields["textZh"] = .string(chinese)
            return .object(fields)
        }
    }

    /// The changes; with any of them left out, no session of the request fits.
    public let elements: [Element]
    /// The session that the request gets.
    public let session: Session
    /// Sessions that give way.
    public let moves: [SessionMove]
    /// Points by which every term changes with all of it; negative is better.
    public let change: Terms
    /// Yuan by which limits of funds are raised.
    public let raised: Double

    /// All that changes of the week, as a list of edits (domain, section 6); empty where only sessions change.
    public var edits: [JSON] { elements.flatMap(\.edits) }

    /// The changes and their price as a sentence.
    var phrase: Bilingual {
        let changes = elements.map { Bilingual($0.text, $0.chinese) }.listed(.doing)
        return RemedyText.outcome(
            changes, session.start, session.venue, session.township, Names.signed(change.total))
    }

    /// `{"changes":[…],"session","delta","terms","yuan","moves"?,"edits"?,"text","textZh"}`.
    public var record: JSON {
        var fields = JSONObject([
            ("changes", .array(elements.map(\.record))), ("session", session.document),
            ("delta", .number(change.total.cleared)), ("terms", change.document), ("yuan", .number(raised)),
        ])
        if !moves.isEmpty { fields["moves"] = .array(moves.map(\.record)) }
        if !edits.isEmpty { fields["edits"] = .array(edits) }
        fields["text"] = .string(phrase.english)
        fields["textZh"] = .string(phrase.chinese)
        return .object(fields)
    }
}

/// A session of a plan that is put elsewhere or given up.
public struct SessionMove: Sendable, Equatable {
    /// The session as the plan has it; nil where the plan does not hold the request.
    public let from: Session?
    /// Where it goes; nil where it is dropped.
    public let to: Session?

    /// Identifier of the request.
    public var request: String { from?.request ?? to?.request ?? "" }

    /// `{"request","from","to"}`, with `"dropped":true` in the place of `to`.
    public var record: JSON {
        var fields = JSONObject([("request", .string(request))])
        fields["from"] = from?.document
        fields["to"] = to?.document
        if to == nil { fields["dropped"] = true }
        return .object(fields)
    }
}
