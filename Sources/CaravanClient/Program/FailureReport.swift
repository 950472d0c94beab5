import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanTables

/// What the client says of a failure.
struct FailureReport {
    private let error: ClientError

    init(_ error: ClientError) { self.error = error }

    /// The message, in the language.
    func message(_ style: Style) -> String {
        switch error {
        case .noEndpoint: style.text(ClientFailure.noEndpoint)
        case .badEndpoint(let text): style.text(ClientFailure.badEndpoint, ["endpoint": text])
        case .unreachable(let endpoint, let reason):
            style.text(
                ClientFailure.unreachable,
                ["endpoint": endpoint.description, "reason": reason])
        case .closed: style.text(ClientFailure.connectionClosed)
        case .foreign(let reason): style.text(ClientFailure.foreign, ["reason": reason])
        case .unreadable(let path, let reason):
            style.text(ClientFailure.unreadable, ["path": path, "reason": reason])
        case .unwritable(let path, let reason):
            style.text(ClientFailure.unwritable, ["path": path, "reason": reason])
        case .refused(let error, records: _): refusal(error, style)
        case .spreadsheet(let error): error.wording[style.language]
        case .faulty(let path, let faults):
            style.text(ClientFailure.faultyTables, ["path": path, "count": String(faults.count)])
        case .violations: ""
        }
    }

    /// The code by name and what the daemon says; in Chinese also what to do next.
    private func refusal(_ error: ProtocolError, _ style: Style) -> String {
        let said = Join.labelled[style.language, error.code.texts.name, error.text].onOneLine
        return style.language == .chinese ? said + "\n" + error.code.texts.advice[style.language] : said
    }

    /// The faults that came before an `ERR`, as a table; those of a spreadsheet, a line each.
    func details(_ style: Style) -> String {
        if case .faulty(_, let faults) = error {
            return faults.map { $0.text(style.language) + "\n" }.joined()
        }
        guard case .refused(_, let records) = error, !records.isEmpty else { return "" }
        return recordTable(records.compactMap(RefusalRecord.init(json:)), ListColumns.refusals, style)
    }

    /// Writes the failure: to standard error for people; with `--json` also as JSON lines to standard output.
    func write(to console: Console) {
        if error == .violations { return }
        if console.isJSON, case .refused(let answer, let records) = error {
            for record in records { console.write(record) }
            return console.write(JSONOutput.closing(answer))
        }
        if console.isJSON, case .faulty(let path, let faults) = error {
            let language = console.style.language
            for fault in faults { console.write(fault.record(language)) }
            let fields: ReplyFields = ["path": path, "faults": String(faults.count)]
            let said = Verbatim(message(console.style))
            return console.write(JSONOutput.closing(ProtocolError(.invalid, said, fields: fields)))
        }
        let style = console.noteStyle
        console.note(details(style) + style.red(Join.labelled[style.language, "caravan", message(style)]) + "\n")
    }
}
