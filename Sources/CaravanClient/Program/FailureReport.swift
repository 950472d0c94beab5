import CaravanCore
import CaravanProtocol
import CaravanTables

/// What the client says of a failure.
struct FailureReport {
    private let error: ClientError

    init(_ error: ClientError) { self.error = error }

    /// The message, in the language.
    func message(_ style: Style) -> String {
        switch error {
        case .noEndpoint: style.text(.noEndpoint)
        case .badEndpoint(let text): style.text(.badEndpoint, ["endpoint": text])
        case .unreachable(let endpoint, let reason):
            style.text(.unreachable, ["endpoint": endpoint.description, "reason": reason])
        case .closed: style.text(.connectionClosed)
        case .foreign(let reason): style.text(.foreign, ["reason": reason])
        case .unreadable(let path, let reason): style.text(.unreadable, ["path": path, "reason": reason])
        case .unwritable(let path, let reason): style.text(.unwritable, ["path": path, "reason": reason])
        case .refused(let error, records: _): "\(Words.name(of: error.code)[style.language]): \(error.message)"
        case .spreadsheet(let error): error.wording[SheetLanguage(style.language)]
        case .faulty(let path, let faults):
            style.text(.faultyTables, ["path": path, "count": String(faults.count)])
        case .violations: ""
        }
    }

    /// The faults that came before an `ERR`, as a table; those of a spreadsheet, a line each.
    func details(_ style: Style) -> String {
        if case .faulty(_, let faults) = error {
            return faults.map { $0.text(SheetLanguage(style.language)) + "\n" }.joined()
        }
        guard case .refused(_, let records) = error, !records.isEmpty else { return "" }
        return recordTable(records, ListColumns.violations, style)
    }

    /// Writes the failure: to standard error for people; with `--json` also as JSON lines to standard output.
    func write(to console: Console) {
        if error == .violations { return }
        if console.isJSON, case .refused(let answer, let records) = error {
            for record in records { console.write(record) }
            return console.write(JSONOutput.closing(answer))
        }
        if console.isJSON, case .faulty(let path, let faults) = error {
            let language = SheetLanguage(console.style.language)
            for fault in faults { console.write(fault.record(language)) }
            let fields: ReplyFields = ["path": path, "faults": String(faults.count)]
            return console.write(JSONOutput.closing(ProtocolError(.invalid, message(console.style), fields: fields)))
        }
        let style = console.noteStyle
        console.note(details(style) + style.red(style.text(.error, ["message": message(style)])) + "\n")
    }
}
