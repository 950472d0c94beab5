import CaravanCore
import CaravanProtocol
import TestSupport

/// Draws requests out of the command table: every verb, with values that its arguments accept, and now and then with one
/// that they do not. Verbs and arguments that the table gains are drawn without a line changed here.
struct RequestGrammar {
    /// How often a value, an argument or a body is one that is not accepted.
    var wrong = 0.08
    /// Whether `SOLVE` and `REPLAN` wait for their end, so that nothing goes on behind their answer.
    var waits = false
    private let bodies: BodyGrammar

    init() throws { bodies = try BodyGrammar() }

    /// Identifiers of the sample's weeks, under which it is loaded.
    static let weeks = ["tiny", "tiny-2", "tiny-3"]

    private static let identifiers: [String: [String]] = [
        "week": weeks, "id": weeks,
        "request": ["opening", "vr-wangou", "ai-class", "ai-coding", "pest-control", "orchard-visit", "fraud-wangou"],
        "for": ["astronomer", "student-1", "vr", "square", "wangou", "science"], "fund": ["science", "travel"],
    ]
    private static let strange: [String] = [
        "", "x", "-1", "0", "99999999999999999999", "1e308", "nan", "0x10", "\u{5341}", "a b", "\"", "\\", "yes\n",
        "../x",
        "é", String(repeating: "v", count: 70), String(repeating: "7", count: 400),
    ]

    /// The week document of the sample under one of its identifiers.
    func load(_ week: String) -> WireRequest {
        WireRequest(RequestLine("LOAD", options: [.init("replace", "yes")]), body: bodies.sample(named: week))
    }

    /// The next request.
    func request(_ random: inout SeededGenerator) -> WireRequest {
        let specs = CommandTable.all.filter { $0.verb != .quit }
        let spec = specs[random.index(below: specs.count)]
        let verb = random.chance(0.3) ? spec.verb.rawValue.lowercased() : spec.verb.rawValue
        let words = spec.positionals.filter { $0.isRequired || random.chance(0.6) }.map { word(of: $0, &random) }
        let extra = random.chance(wrong / 2) ? ["surplus"] : []
        let dropped = random.chance(wrong / 2) && !words.isEmpty ? 1 : 0
        return WireRequest(
            RequestLine(verb, words.dropLast(dropped) + extra, options: options(of: spec, &random)),
            body: body(of: spec, &random))
    }

    private func options(of spec: CommandSpec, _ random: inout SeededGenerator) -> [RequestLine.Option] {
        var options: [RequestLine.Option] = []
        for option in spec.options {
            switch option.name {
            // Solves and studies run for as long as they are let.
            case "limit": options.append(.init("limit", ["50ms", "0.1", "0.2s", "1%"][random.index(below: 4)]))
            case "work": if random.chance(0.3) { options.append(.init("work", "\(1 + random.index(below: 500))")) }
            case "wait" where waits: options.append(.init("wait", "yes"))
            default:
                guard option.isRequired || random.chance(0.3) else { continue }
                options.append(.init(option.name, word(of: option, &random)))
            }
        }
        if random.chance(wrong / 2) { options.append(.init("unheard-of", "1")) }
        return options
    }

    private func body(of spec: CommandSpec, _ random: inout SeededGenerator) -> [UInt8]? {
        guard let body = spec.body else { return random.chance(wrong / 4) ? Array("unwanted".utf8) : nil }
        guard body.isRequired ? !random.chance(wrong / 4) : random.chance(0.5) else { return nil }
        return bodies.body(of: spec.verb, &random)
    }

    private func word(of argument: ArgumentSpec, _ random: inout SeededGenerator) -> String {
        if random.chance(wrong) { return Self.strange[random.index(below: Self.strange.count)] }
        switch argument.kind {
        case .identifier, .text:
            let known = Self.identifiers[argument.name] ?? ["tiny"]
            return known[random.index(below: known.count)]
        case .party:
            let known = Self.identifiers["for"] ?? ["tiny"]
            let kinds = [""] + Party.Kind.allCases.map { "\($0.rawValue):" }
            return kinds[random.index(below: kinds.count)] + known[random.index(below: known.count)]
        case .seconds: return "0.1s"
        case .gap: return ["0", "1%", "0.5"][random.index(below: 3)]
        case .count(let range):
            return "\(range.lowerBound + random.index(below: min(20, range.upperBound - range.lowerBound) + 1))"
        case .flag: return random.chance(0.5) ? "yes" : "no"
        case .slot: return ["2025-05-24.pm", "2025-05-25.am", "2025-05-26.am"][random.index(below: 3)]
        case .version: return ["latest", "published", "1", "2", "9"][random.index(below: 5)]
        case .choice(let words): return words[random.index(below: words.count)]
        }
    }
}
