// The words in which the command table is written.

import CaravanCore
import CaravanLanguage

extension CommandSpec {
    init(_ verb: Verb, _ summary: VerbSummary) {
        self.verb = verb
        self.summary = summary.bilingual
    }

    func open() -> CommandSpec { with { $0.access = .open } }

    func argument(_ name: ArgumentName, _ kind: ValueKind, _ purpose: String, optional: Bool = false) -> CommandSpec {
        let spec = ArgumentSpec(
            name: name.rawValue, kind: kind, isRequired: !optional, defaultText: nil, purpose: purpose)
        return with { $0.positionals.append(spec) }
    }

    /// A last argument that may be given several times.
    func arguments(_ name: ArgumentName, _ kind: ValueKind, _ purpose: String) -> CommandSpec {
        let spec = ArgumentSpec(
            name: name.rawValue, kind: kind, isRequired: true, defaultText: nil, purpose: purpose, isRepeated: true)
        return with { $0.positionals.append(spec) }
    }

    func option(
        _ name: ArgumentName, _ kind: ValueKind, default text: String? = nil, required: Bool = false, _ purpose: String
    ) -> CommandSpec {
        let spec = ArgumentSpec(
            name: name.rawValue, kind: kind, isRequired: required, defaultText: text, purpose: purpose)
        return with { $0.options.append(spec) }
    }

    func body(_ content: String, limit: Int, optional: Bool = false) -> CommandSpec {
        with { $0.body = BodySpec(isRequired: !optional, limit: limit, content: content) }
    }

    func reply(_ closing: String, _ records: RecordSpec...) -> CommandSpec {
        with { $0.replies.append(ReplySpec(records: records, closing: closing)) }
    }

    func fails(_ code: ErrorCode, _ reason: String) -> CommandSpec {
        with { $0.failures.append(FailureSpec(code: code, reason: reason)) }
    }

    func remark(_ text: String) -> CommandSpec { with { $0.remarks = text } }

    func week(_ purpose: String = "identifier of the week") -> CommandSpec {
        argument(.week, .identifier, purpose).fails(.notFound, "no week of that id")
    }

    func version(_ purpose: String = "plan version") -> CommandSpec {
        option(.version, .version, default: "latest", purpose)
            .fails(.notFound, "no such version, or no plan at all, or none published")
    }

    /// What every verb takes that changes a week or what belongs to it.
    func changes() -> CommandSpec {
        option(
            .if, .count(1...9_007_199_254_740_991),
            "the revision that the week was looked at; the command is refused where it is at another one"
        )
        .fails(.conflict, "the week is not at the revision of `if`; the field `revision` says at which it is")
    }

    /// - Parameter limit: The time that a solve gets where the command names none; nil: its steps are counted instead.
    func solverOptions(limit: String? = "30s") -> CommandSpec {
        option(
            .limit, .seconds(0.01...86_400), default: limit,
            "wall time; the best plan by then is kept; with `work` it does not count"
                + (limit == nil ? "; without it steps are counted, as many as a week of its size gets" : "")
        )
        .option(.gap, .gap, default: "0", "the job ends once the proven gap is at most this")
        .option(.seed, .seed, default: "1", "seed of every random choice")
        .option(
            .work, .count(1...1_000_000_000_000),
            "search iterations; with it the plan depends on week, seed and work alone, not on the machine")
    }

    /// Options that leave of differences what concerns somebody, or sort them by who is told.
    func toBeTold() -> CommandSpec {
        option(.for, .party, "only what concerns this member, venue, township or fund")
            .fails(.usage, "`for` names several: a venue and a fund of one identifier, for example; say `for=venue:ID`")
            .option(.by, .choice(["member"]), "a record for each member to be told, instead of for each request")
    }

    private func with(_ change: (inout CommandSpec) -> Void) -> CommandSpec {
        var copy = self
        change(&copy)
        return copy
    }
}

extension RecordSpec {
    static func record<Record: ProtocolRecord>(_ each: String, _: Record.Type) -> RecordSpec {
        RecordSpec(each: each, Record.self, isStreamed: false)
    }

    static func streamed<Record: ProtocolRecord>(_ each: String, _: Record.Type) -> RecordSpec {
        RecordSpec(each: each, Record.self, isStreamed: true)
    }

    /// A document, whose fields are described elsewhere.
    static func document(_ each: String, _ content: String) -> RecordSpec {
        RecordSpec(each: each, fields: [("…", content)], isStreamed: false) { $0.object.map { .object($0) } }
    }

    static let fault = RecordSpec.record("a fault of the document (before `ERR invalid`)", FaultRecord.self)

    private init<Record: ProtocolRecord>(each: String, _: Record.Type, isStreamed: Bool) {
        self.init(each: each, fields: Record.fields.flatMap(\.names), isStreamed: isStreamed) { Record(json: $0)?.json }
    }
}

/// Sizes of bodies, bytes.
enum BodyLimit {
    /// A week or a plan document.
    static let document = 64 << 20
    /// A request, or a list of edits.
    static let edits = 4 << 20
    /// Of a verb that takes none: what is read before it is refused.
    static let unwanted = 65_536
}
