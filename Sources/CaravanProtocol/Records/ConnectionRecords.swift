// What each field holds is said where it is listed, for the reference and for readers alike.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CaravanLanguage

/// A verb, as `HELP` shows it.
public struct VerbRecord: ProtocolRecord {
    public var verb = ""
    public var usage = ""
    public var summary: Bilingual?

    public init() {}

    public static let fields: [RecordField<VerbRecord>] = [
        .field("verb", \.verb, "name"), .field("usage", \.usage, "how it is written"),
        .text("summary", \.summary, "what it does"),
    ]
}

/// An argument of a verb, as `HELP` shows it.
public struct ArgumentRecord: ProtocolRecord {
    public var argument = ""
    public var option = false
    public var required = false
    public var accepts = ""
    public var repeated: Bool?
    public var absent: String?
    public var purpose = ""

    public init() {}

    public static let fields: [RecordField<ArgumentRecord>] = [
        .field("argument", \.argument, "name"), .field("option", \.option, "whether it is written `name=value`"),
        .field("required", \.required, "whether it has to be given"), .field("accepts", \.accepts, "what it accepts"),
        .optional("repeated", \.repeated, "`true` where it takes all values that are left, else absent"),
        .optional("default", \.absent, "the value where absent, if there is one"),
        .field("purpose", \.purpose, "what it is for"),
    ]
}

/// A line of `METRICS`.
public struct MetricsRecord: ProtocolRecord {
    public var line = ""

    public init() {}

    public static let fields: [RecordField<MetricsRecord>] = [.field("line", \.line, "the line without its end")]
}
