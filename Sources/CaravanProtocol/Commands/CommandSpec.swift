import CaravanCore
import CaravanLanguage

/// One argument of a verb: positional, or an option `key=value`.
public struct ArgumentSpec: Sendable, Equatable {
    /// Name; of an option also its key.
    public let name: String
    /// What it accepts.
    public let kind: ValueKind
    /// Whether it has to be given.
    public let isRequired: Bool
    /// The value taken where an option is absent, as text; nil: none.
    public let defaultText: String?
    /// What it is for.
    public let purpose: String
    /// Whether it takes every value that is left, at least one; for last arguments.
    public var isRepeated = false
}

/// The body of a verb.
public struct BodySpec: Sendable, Equatable {
    /// Whether the verb needs one.
    public let isRequired: Bool
    /// Bytes at most.
    public let limit: Int
    /// What it holds.
    public let content: String
}

/// One kind of record in a reply.
public struct RecordSpec: Sendable, Equatable {
    /// What one record stands for.
    public let each: String
    /// The fields and what they hold, in order.
    public let fields: [(name: String, content: String)]
    /// Whether it comes as `*` line of a stream.
    public let isStreamed: Bool
    /// What is left of a record that is read as its type and written again: the same where it is one of that type and has no
    /// further field; nil where it cannot be read.
    public let reread: @Sendable (JSON) -> JSON?

    /// Specs are equal when they say the same.
    public static func == (left: RecordSpec, right: RecordSpec) -> Bool {
        left.each == right.each && left.isStreamed == right.isStreamed
            && left.fields.elementsEqual(right.fields) { $0 == $1 }
    }
}

/// What a verb answers if all goes well.
public struct ReplySpec: Sendable, Equatable {
    /// Records before the closing line.
    public let records: [RecordSpec]
    /// The closing line.
    public let closing: String
}

/// A way in which a verb can fail.
public struct FailureSpec: Sendable, Equatable {
    /// The code of the `ERR` line.
    public let code: ErrorCode
    /// When it comes.
    public let reason: String
}

/// Who may use a verb where the listener asks for a token.
public enum Access: Sendable, Equatable {
    /// Anybody.
    case open
    /// Whoever sent the token.
    case authenticated
}

/// Everything that is known of a verb: what the parser checks, `HELP` shows and docs/protocol.md says.
public struct CommandSpec: Sendable, Equatable {
    /// The verb.
    public let verb: Verb
    /// What it does, in a line.
    public let summary: Bilingual
    /// Who may use it.
    public var access = Access.authenticated
    /// Values without a key, in order; required ones first.
    public var positionals: [ArgumentSpec] = []
    /// Values with a key.
    public var options: [ArgumentSpec] = []
    /// The body, where it takes one.
    public var body: BodySpec?
    /// What it answers.
    public var replies: [ReplySpec] = []
    /// How it fails, besides `usage` and `internal`.
    public var failures: [FailureSpec] = []
    /// Remarks for the documentation.
    public var remarks = ""

    /// The line that somebody writes, e.g. `JOBS [week]`.
    public var usage: String {
        let words = positionals.map { $0.isRequired ? $0.name + ($0.isRepeated ? "…" : "") : "[\($0.name)]" }
        let pairs = options.map { option in
            let pair = "\(option.name)=\(option.placeholder)"
            return option.isRequired ? pair : "[\(pair)]"
        }
        let size = body.map { $0.isRequired ? ["bytes=N"] : ["[bytes=N]"] } ?? []
        return ([verb.rawValue] + words + pairs + size).joined(separator: " ")
    }
}

extension ArgumentSpec {
    /// What stands for the value in a usage line.
    var placeholder: String {
        if let defaultText { return defaultText }
        switch kind {
        case .identifier, .party: return "ID"
        case .text: return "TEXT"
        case .seconds: return "30s"
        case .gap: return "0.01"
        case .count: return "N"
        case .flag: return "yes"
        case .slot: return "DATE.slot"
        case .version: return "V"
        case .choice(let words): return words.joined(separator: "|")
        }
    }
}
