import CaravanLanguage

/// What reads bytes from outside, each with what must hold whatever the bytes are.
///
/// A crash needs nobody to tell of it. A `Finding` is what else must not happen: an answer that contradicts another one,
/// a fault without a place or without Chinese, a document taken as sound that breaks a rule.
enum FuzzTarget: String, Sendable, CaseIterable {
    /// `RequestFramer`, in one piece and in many, and `Invocation`.
    case request
    /// `ReplyFramer`: what a client takes from a daemon.
    case reply
    /// The parser of JSON and its writer.
    case json
    /// A table as CSV.
    case csv
    /// The parts of a workbook, which are packed as the target packs them: `WorkbookParts`.
    case workbook
    /// A workbook's bytes as they are: the zip archive.
    case archive
    /// A week document: its validator, its reader, and a short solve of what is sound.
    case week
    /// A list of edits of the smallest sample.
    case edits
    /// A plan document for the smallest sample.
    case plan

    /// Reads an input.
    /// - Throws: `Finding`.
    func examine(_ input: [UInt8]) throws(Finding) {
        switch self {
        case .request: try FramerExamination.request(input)
        case .reply: try FramerExamination.reply(input)
        case .json: try DocumentExamination.json(input)
        case .csv: try TableExamination.csv(input)
        case .workbook: try TableExamination.archive(StoredZip.archive(WorkbookParts.split(input)))
        case .archive: try TableExamination.archive(input)
        case .week: try DocumentExamination.week(input)
        case .edits: try DocumentExamination.edits(input)
        case .plan: try DocumentExamination.plan(input)
        }
    }

    /// Whether inputs are JSON, and are mutated as such.
    var isDocument: Bool { [.json, .week, .edits, .plan].contains(self) }

    /// What is put into inputs, since it means something to this target.
    var words: [String] {
        switch self {
        case .request: ["bytes=", "bytes=0\n\n", "\"", "\\\"", "\r\n", "wait=yes", "limit=30s", "=", "PING\n", "LOAD "]
        case .reply: ["OK ", "ERR usage \"\"", "+ {}", "* {}", "bytes=3\nabc\n", "CARAVAN 1 x\n", "\n"]
        case .json, .week, .edits, .plan:
            ["{}", "[]", "null", "1e400", "-0", "1e-400", "\\u0000", "\\ud800", "\"\":", "[[[[[[[[", "1E99999999999"]
        case .csv:
            [
                "\"", "\"\"", ",", ";", "\t", "\r\n", "\u{FEFF}", "=", "'", "\u{301}", "5\u{6708}24\u{65E5}-26\u{65E5}",
                "\u{4E07}\u{5143}",
            ]
        case .workbook:
            [
                "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<row r=\"9223372036854775807\">", "&#0;", "&#x1F;", "<!DOCTYPE x>",
                "r=\"XFD1048576\"", "date1904=\"1\"", "<v>1e400</v>", "<mergeCell ref=\"A1:XFD1048576\"/>", "\u{FFFE}",
                "t=\"inlineStr\"", "xml:space=\"preserve\"", "<si><t>", "spans=\"1:99999\"",
            ]
        case .archive: ["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "[Content_Types].xml", "xl/workbook.xml"]
        }
    }
}

/// What must not happen and did, for one input.
struct Finding: Error, Sendable, Equatable, CustomStringConvertible {
    /// What happened.
    let description: String

    /// A finding in words.
    init(_ description: String) { self.description = description }

    /// Throws unless something holds.
    static func unless(_ holds: Bool, _ description: @autoclosure () -> String) throws(Finding) {
        if !holds { throw Finding(description()) }
    }

    /// Throws unless a text is there in both languages.
    static func unlessBilingual(_ text: Bilingual) throws(Finding) {
        let isChinese = text.chinese.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
        if text.english.isEmpty || !isChinese { throw Finding("not said in both languages: \(text)") }
    }
}
