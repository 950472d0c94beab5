import CaravanLanguage
import CaravanProtocol

/// What people are shown of a record before an `ERR`, be it a fault, a violation, a contradiction or something else.
struct RefusalRecord: ProtocolRecord {
    var rule = ""
    var request: String?
    var path: String?
    var text: Bilingual?
    var message: Bilingual?

    static let fields: [RecordField<RefusalRecord>] = [
        .field("rule", \.rule, "the rule that is broken"), .optional("request", \.request, "identifier"),
        .optional("path", \.path, "where in the document"), .text("text", \.text, "what it is"),
        .text("message", \.message, "what is wrong"),
    ]
}
