import CaravanLanguage

/// The hard rules (domain, section 3).
public enum Rule: String, Sendable, CaseIterable {
    /// One session a request: slots, townships and duration as the request allows.
    case H1
    /// A venue that fits: township, kind, capacity, equipment, open.
    case H2
    /// A venue holds one session in a slot, or as many as it can.
    case H3
    /// The crew fills the needs exactly.
    case H4
    /// A member is there, and not too often.
    case H5
    /// A member reaches every session.
    case H6
    /// One session for a crowd in a township at a time.
    case H7
    /// Funds keep their limits.
    case H8
    /// Sessions come after those they build on.
    case H9
    /// Hard caps hold.
    case H10
    /// Pinned requests are held as pinned.
    case H11
    /// Nothing changes before the freeze point.
    case H12
    /// Sites of a relayed session: where, how many, with what.
    case H13
    /// Sessions of a series: order, gaps, what they share.
    case H14
    /// A kit of a stay remains on the spot.
    case H15
    /// Venues and members are used by whom they are lent to, and not too often.
    case H16
}

/// One breach of a hard rule.
public struct Violation: Sendable, Equatable {
    /// The rule.
    public let rule: Rule
    /// How it is broken.
    public let breach: RuleBreach
    /// The requests whose sessions break it, by id; none where it is the plan as a whole.
    public let requests: [String]

    /// A breach of a rule.
    public init(_ rule: Rule, _ breach: RuleBreach, of requests: [String] = []) {
        (self.rule, self.breach, self.requests) = (rule, breach, requests)
    }

    /// What breaks it, by identifiers.
    public var text: Bilingual { breach.text(of: requests) }

    /// What breaks it, behind the rule.
    public var line: Bilingual { Join.labelled(rule.rawValue, text) }

    /// The record of `CHECK`: `{"rule","message","messageZh","request"}`, the last where it is one.
    public var record: JSON {
        let text = text
        var fields = JSONObject([
            ("rule", .string(rule.rawValue)), ("message", .string(text.english)), ("messageZh", .string(text.chinese)),
        ])
        if requests.count == 1 { fields["request"] = .string(requests[0]) }
        return .object(fields)
    }
}

/// What the checker found.
public struct CheckReport: Sendable, Equatable {
    /// The breaches; at most `Checker.mostListed` of them.
    public let violations: [Violation]
    /// How many breaches there are; counting ends at `Checker.mostCounted`.
    public let violationCount: Int
    /// The objective by term, recomputed from the sessions alone.
    public let terms: Terms

    /// Whether the plan keeps every hard rule.
    public var isSound: Bool { violationCount == 0 }
}

/// Counts breaches, and lists them up to a number beyond which nobody reads them, so that a hostile plan cannot exhaust
/// memory or time.
struct ViolationLog {
    private(set) var violations: [Violation] = []
    private(set) var count = 0

    var isFull: Bool { count >= Checker.mostCounted }

    mutating func add(
        _ rule: Rule, _ breach: @autoclosure () -> RuleBreach, of requests: @autoclosure () -> [String] = []
    ) {
        if isFull { return }
        count += 1
        if violations.count < Checker.mostListed { violations.append(Violation(rule, breach(), of: requests())) }
    }
}
