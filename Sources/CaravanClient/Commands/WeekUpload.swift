import CaravanCore
import CaravanLanguage
import CaravanProtocol
import NIOPosix

/// Sends a whole week. Where it replaces a stored one nothing of that goes without a word: whoever is at the terminal is
/// asked, anybody else has to say it beforehand.
struct WeekUpload {
    private let session: CommandSession
    private let options: ReplaceOptions
    private let isInteractive: Bool

    /// - Parameter canAsk: whether standard input is free for an answer.
    init(_ session: CommandSession, _ options: ReplaceOptions, canAsk: Bool) {
        self.session = session
        self.options = options
        isInteractive = canAsk && Terminal.isTerminal(0) && session.console.isLive && !session.console.isJSON
    }

    /// Sends the week.
    /// - Parameters:
    ///   - line: `LOAD` with its options.
    ///   - origin: the revision that it was made from, where the sender knows; that of a document in a file comes first.
    func send(_ line: RequestLine, _ content: [UInt8], origin: Int? = nil) async throws -> Reply {
        var (line, content, origin) = (line, content, origin)
        if line["as"] == nil, let taken = TakenDocument(content), let revision = taken.revision {
            (content, origin) = (Array(taken.document.text.utf8), revision)
        }
        guard options.replace else { return try await session.conversation.ask(line, body: content) }
        if options.fate == nil { line = line.adding("missing", "refuse") }
        if options.condition.revision == nil, let origin { line = line.adding("if", String(origin)) }
        do {
            return try await session.conversation.ask(line, body: content)
        } catch ClientError.refused(let error, let records)
            where error.fields["missing"] != nil && options.missing != "refuse" && isInteractive
        {
            guard let fate = try await ask(records) else { throw ClientError.refused(error, records: records) }
            let revision = error.fields["revision"] ?? ""
            return try await session.conversation.ask(
                line.without("missing", "if").adding("missing", fate).adding("if", revision), body: content)
        }
    }

    /// What is to become of what the week lacks; nil: nothing is to be changed.
    private func ask(_ records: [JSON]) async throws -> String? {
        let style = session.console.noteStyle
        let list = records.compactMap(MissingRecord.init(json:)).map { "  " + Self.line($0, style) + "\n" }.joined()
        session.console.note(
            style.text(ClientText.missingAsk) + "\n" + list + style.text(ClientText.missingChoice) + " ")
        let answer = try await NIOThreadPool.singleton.runIfActive { Swift.readLine() } ?? ""
        return ["k": "keep", "keep": "keep", "d": "drop", "drop": "drop"][answer.lowercased()]
    }

    /// What was stored, kept, deleted and not read.
    static func text(_ reply: Reply, _ style: Style) throws -> String {
        let ignored = try reply.records(as: IgnoredRecord.self, with: "sheet").map { record in
            let isChinese = style.language == .chinese
            let (path, message) =
                isChinese ? (record.pathZh, record.messageZh) : (record.path, record.message)
            return style.text(ClientText.ignored, ["what": Join.labelled[style.language, path, message]])
        }
        let missing = try reply.records(as: MissingRecord.self, with: "missing").map { record in
            style.text(
                record.missing == "kept" ? ClientText.missingKept : .missingDropped, ["what": line(record, style)])
        }
        return (ignored + missing).map { $0 + "\n" }.joined() + reply.line(ClientText.loaded, style)
    }

    private static func line(_ missing: MissingRecord, _ style: Style) -> String {
        (missing.text?[style.language] ?? "").onOneLine
    }
}

extension RequestLine {
    /// The line with one more option.
    func adding(_ key: String, _ value: String) -> RequestLine {
        RequestLine(verb, arguments, options: options + [Option(key, value)])
    }

    /// The line without options of these names.
    fileprivate func without(_ keys: String...) -> RequestLine {
        RequestLine(verb, arguments, options: options.filter { !keys.contains($0.key) })
    }
}
