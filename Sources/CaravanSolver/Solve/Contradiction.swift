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
        /// Something else.
        case other
    }

    /// What it is.
    public let kind: Kind
    /// Identifier of the request, fund or cap; empty for something else.
    public let id: String
    /// It as a sentence, in English.
    public let text: String
    /// The same in Chinese.
    public let chinese: String

    init(_ kind: Kind, _ id: String, _ phrase: Bilingual) {
        (self.kind, self.id, text, chinese) = (kind, id, phrase.english, phrase.chinese)
    }

    /// The rule that it stands for; nil for something else.
    public var rule: Rule? {
        switch kind {
        case .pin: .H11
        case .frozen: .H12
        case .awaited: .H9
        case .fund: .H8
        case .cap: .H10
        case .other: nil
        }
    }

    /// `{"kind","id","rule","text","textZh"}`.
    public var record: JSON {
        var fields = JSONObject([("kind", .string(kind.rawValue))])
        if !id.isEmpty { fields["id"] = .string(id) }
        fields["rule"] = rule.map { .string($0.rawValue) }
        fields["text"] = .string(text)
        fields["textZh"] = .string(chinese)
        return .object(fields)
    }
}

extension Contradiction: ExpressibleByStringLiteral {
    /// Something that is not told apart further, written as texts of the catalogue are: `English | Chinese`.
    public init(stringLiteral text: String) {
        let said = Entry(stringLiteral: text).text
        self.init(.other, "", said.chinese.isEmpty ? Bilingual(same: said.english) : said)
    }
}

extension Sequence<Contradiction> {
    /// The sentences, put together.
    public var sentence: Bilingual { map { Bilingual($0.text, $0.chinese) }.listed(.semicolon) }
}

/// Where the demand to hold a request comes from.
struct DemandSource: Sendable, Equatable {
    let kind: Contradiction.Kind
    let request: String

    /// What it is called in sentences.
    var phrase: Bilingual { (kind == .frozen ? ContradictionText.frozen : .pin)(request) }

    /// The demand as a part of a contradiction.
    func contradiction(_ told: (Bilingual) -> Bilingual = { $0 }) -> Contradiction {
        Contradiction(kind, request, told(phrase))
    }
}

extension Contradiction {
    /// Looks whether pins, frozen sessions and hard limits of a week can be kept together at all.
    /// - Parameters:
    ///   - week: The week.
    ///   - baseline: The plan whose sessions a freeze point keeps.
    ///   - freeze: Freeze point, `DATE.slotId`.
    ///   - seconds: Wall time; where it does not suffice nothing is found.
    /// - Returns: A set of demands and limits that contradict each other, none of which can be left out; empty where none
    ///   is found.
    /// - Throws: `SolveError.badParameters` for an unknown freeze point.
    public static func find(
        in week: Week, baseline: Plan? = nil, freeze: String? = nil, seconds: Double
    ) throws(SolveError) -> [Contradiction] {
        let parameters = SolveParameters(limit: seconds, baseline: baseline, freeze: freeze)
        do throws(SolveError) {
            let instance = try Instance(week: week, baseline: baseline, freeze: freeze)
            if instance.demandSources.isEmpty { return [] }
            let board = Board(instance, parameters, SolveControl()) { _ in }
            DemandCheck(board).run()
            return board.contradiction
        } catch {
            guard case .infeasible(let found) = error else { throw error }
            return found
        }
    }
}
