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

/// Where the demand to hold a request comes from.
struct DemandSource: Sendable, Equatable {
    let kind: Contradiction.Kind
    let request: String

    /// The demand as a part of a contradiction.
    /// - Parameter reason: Why it cannot be kept, where that hangs on it alone or on what it waits for.
    func contradiction(in week: Week, _ reason: Finding? = nil, remedies: [PinRemedy] = []) -> Contradiction {
        let number = week.request(request)
        let name = number.map(Names(week).request) ?? request
        let phrase = (kind == .frozen ? ContradictionText.frozen : .pin)(name)
        var details = JSONObject()
        if let title = number.map({ week.requests[$0].title }), !title.isEmpty { details["title"] = .string(title) }
        details["code"] = reason.map { .string($0.code.rawValue) }
        return Contradiction(
            kind, request, reason.map { Join.labelled(phrase, $0.phrase) } ?? phrase, details: details,
            remedies: remedies)
    }
}

extension Contradiction {
    /// Looks whether pins, frozen sessions and hard limits of a week can be kept together at all.
    /// - Parameters:
    ///   - week: The week.
    ///   - baseline: The plan whose sessions a freeze point keeps.
    ///   - freeze: Freeze point, `DATE.slotId`.
    ///   - seconds: Wall time; where it does not suffice nothing is found.
    ///   - control: Its stop ends the search, too.
    /// - Returns: A set of demands and limits that contradict each other, none of which can be left out; empty where none
    ///   is found.
    /// - Throws: `SolveError.badParameters` for an unknown freeze point.
    public static func find(
        in week: Week, baseline: Plan? = nil, freeze: String? = nil, seconds: Double,
        control: SolveControl = SolveControl()
    ) throws(SolveError) -> [Contradiction] {
        let parameters = SolveParameters(limit: seconds, baseline: baseline, freeze: freeze)
        do throws(SolveError) {
            if week.pins.isEmpty && freeze == nil { return [] }
            let watch = Stopwatch()
            let trial = DemandTrial(parameters, control, watch)
            // Nothing but what is demanded matters.
            let instance = try Instance(
                week: week, baseline: baseline, freeze: freeze, demanding: Set(week.requests.indices),
                allowance: Allowance(deadline: trial.deadline), trial: trial)
            if instance.tables.demandSources.isEmpty { return [] }
            let board = Board(instance, parameters, control, watch: watch) { _ in }
            DemandCheck(board).run()
            return board.contradiction
        } catch {
            guard case .infeasible(let found) = error else { throw error }
            return found
        }
    }
}
