import ArgumentParser
import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanTables
import Foundation

struct Import: CommonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: ClientHelp.importWeek[.ofProcess],
            discussion: CommandNote.importWeek[.ofProcess])
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.sheetsIn), completion: .file()) var path: String
    @Option(name: .shortAndLong, help: .saying(.output), completion: .file())
    var output: String?
    @Flag(help: .saying(.load)) var load = false
    @OptionGroup var replacing: ReplaceOptions

    func validate() throws {
        if load, output != nil { throw UsageError.error(.outputOrLoad) }
        if replacing.replace, !load { throw UsageError.error(.replaceWithoutLoad) }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let console = CommandContext.console(common, environment: environment)
        let (document, origin) = try week(console)
        let text = Array(document.prettyText.utf8)
        if load {
            let context = try CommandContext(common, environment: environment)
            try await Conversation.open(to: context.endpoint, token: context.token) { conversation in
                let session = CommandSession(conversation, context)
                let options: KeyValuePairs<String, String?> = [
                    "replace": replacing.replace ? "yes" : nil, "missing": replacing.fate,
                    "if": replacing.condition.revision,
                ]
                let upload = WeekUpload(session, replacing, canAsk: true)
                let reply = try await upload.send(ClientRequest(.load, [], options).line, text, origin: origin)
                try session.show(reply) { try WeekUpload.text(reply, $0) }
            }
        } else if let output {
            try FileContent.write(text, to: output)
            console.note(console.noteStyle.text(ClientText.written, ["path": output]) + "\n")
        } else {
            console.write(document.prettyText.printableJSON)
        }
    }

    /// Reads the spreadsheet and says what is in it.
    private func week(_ console: Console) throws(ClientError) -> (document: JSON, origin: Int?) {
        let imported: WeekImport
        do throws(SpreadsheetError) {
            imported = WeekImport(try SpreadsheetFile.read(path))
        } catch {
            throw .spreadsheet(error)
        }
        let (style, language) = (console.noteStyle, console.noteStyle.language)
        for warning in imported.warnings {
            console.note(style.text(ClientText.ignored, ["what": warning.text(language)]) + "\n")
        }
        guard let document = imported.document else { throw .faulty(path: path, imported.faults) }
        let count = { (field: String) in document[field]?.array?.count ?? 0 }
        let members = Pool.allCases.reduce(0) { $0 + count($1.rawValue) }
        let summary = style.text(
            ClientText.imported,
            [
                "week": document["id"]?.string ?? "", "townships": String(count("townships")),
                "venues": String(count("venues")), "members": String(members), "requests": String(count("requests")),
            ])
        console.note(summary + "\n")
        let id = document["id"]?.string
        return (document, imported.origin.flatMap { $0.week == id ? $0.revision : nil })
    }
}

struct ExportWeek: CommonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: ClientHelp.exportWeek[.ofProcess],
            discussion: CommandNote.exportWeek[.ofProcess])
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.weekFile), completion: .file(extensions: ["json"])) var file: String
    @OptionGroup var target: SheetTarget

    func run() async throws {
        let console = CommandContext.console(common, environment: ProcessInfo.processInfo.environment)
        let content = try FileContent.read(file)
        let document: JSON
        do throws(JSONError) { document = try JSON(parsing: content) } catch {
            throw ClientError.unreadable(path: file, reason: error.wording)
        }
        let sheets: [OutputSheet]
        do throws(WeekFaults) {
            sheets = try WeekSheets(document, language: console.noteStyle.language).sheets
        } catch {
            throw ClientError.faulty(path: file, error.faults.map(TableFault.init(ofDocument:)))
        }
        try target.write(sheets, console)
    }
}

struct Template: CommonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: ClientHelp.template[.ofProcess],
            discussion: CommandNote.template[.ofProcess])
    }
    @OptionGroup var common: CommonOptions
    @OptionGroup var target: SheetTarget

    func run() async throws {
        let console = CommandContext.console(common, environment: ProcessInfo.processInfo.environment)
        try target.write(WeekSheets.template(console.noteStyle.language), console)
    }
}

/// Where sheets are written.
struct SheetTarget: ParsableArguments {
    @Option(
        name: .shortAndLong, help: .saying(.sheetsOut), completion: .file())
    var output: String

    /// Writes sheets as a workbook where the name says so, else as CSV files.
    func write(_ sheets: [OutputSheet], _ console: Console) throws(ClientError) {
        do throws(SpreadsheetError) {
            if output.lowercased().hasSuffix(".xlsx") {
                let bytes = try SheetFiles.workbook(sheets)
                try writeFile(bytes)
            } else {
                try SheetFiles.write(sheets, folder: output)
            }
        } catch {
            throw .spreadsheet(error)
        }
        let style = console.noteStyle
        console.note(style.text(ClientText.sheetsWritten, ["sheets": String(sheets.count), "path": output]) + "\n")
    }

    private func writeFile(_ bytes: [UInt8]) throws(SpreadsheetError) {
        do throws(ClientError) { try FileContent.write(bytes, to: output) } catch {
            guard case .unwritable(let path, let reason) = error else { return }
            throw .unwritable(path: path, reason: reason)
        }
    }
}
