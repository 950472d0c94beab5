import ArgumentParser
import CaravanCore
import CaravanTables
import Foundation
import TestSupport
import Testing

@testable import CaravanClient

@Suite("Spreadsheet commands")
struct SpreadsheetCommandTests {
    private let room: URL
    private let sample = SharedMaterial.packageRoot.appendingPathComponent("samples/tiny/week.json").path

    init() throws {
        room = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-sheets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
    }

    private func path(_ name: String) -> String { room.appendingPathComponent(name).path }

    /// Runs a command line; the error that it ends with.
    @discardableResult
    private func run(_ arguments: String...) async throws -> ClientError? {
        guard var command = try CaravanCommand.parseAsRoot(arguments) as? any AsyncParsableCommand else {
            throw ValidationError("no asynchronous command")
        }
        do {
            try await command.run()
            return nil
        } catch let error as ClientError { return error }
    }

    @Test("export-week and import give the week back, by workbook and by folder")
    func roundTrip() async throws {
        for (form, language) in [("week.xlsx", "zh"), ("week", "en")] {
            #expect(try await run("export-week", sample, "-o", path(form), "--lang", language) == nil)
            #expect(try await run("import", path(form), "-o", path("week.json")) == nil)
            let document = try JSON(parsing: FileContent.read(path("week.json")))
            #expect(WeekValidator.faults(in: document).isEmpty)
            #expect(document["requests"] == (try JSON(parsing: FileContent.read(sample)))["requests"])
        }
    }

    @Test("a faulty spreadsheet ends with its faults, and writes nothing")
    func faulty() async throws {
        try await run("template", "-o", path("t.xlsx"))
        guard case .faulty(_, let faults)? = try await run("import", path("t.xlsx"), "-o", path("out.json")) else {
            Issue.record("no faults")
            return
        }
        #expect(faults.count > 5)
        #expect(!FileManager.default.fileExists(atPath: path("out.json")))
        let report = FailureReport(.faulty(path: "t.xlsx", faults))
        #expect(report.details(Style(language: .chinese)).split(separator: "\n").count == faults.count)
        #expect(report.message(Style()).hasPrefix("t.xlsx: faults \(faults.count)"))
        #expect(ExitStatus(ClientError.faulty(path: "", [])) == .invalid)
    }

    @Test("a file that is no spreadsheet, an unsound week, a place that cannot be written")
    func refused() async throws {
        #expect(try await run("import", sample) == .spreadsheet(.unknownKind(path: sample)))
        #expect(ExitStatus(SpreadsheetError.unreadable(path: "", reason: .empty)) == .noInput)
        #expect(ExitStatus(SpreadsheetError.tooLarge(path: "", limit: 1)) == .tooLarge)
        let unsound = SharedMaterial.packageRoot.appendingPathComponent("samples/tiny/faulty-week.json").path
        guard case .faulty? = try await run("export-week", unsound, "-o", path("x.xlsx")) else {
            Issue.record("exported")
            return
        }
        guard case .spreadsheet(.unwritable)? = try await run("template", "-o", path("none/t.xlsx")) else {
            Issue.record("written")
            return
        }
    }

    @Test("--load and --output exclude each other, and --replace goes with --load")
    func options() {
        #expect(throws: (any Error).self) { try CaravanCommand.parseAsRoot(["import", "a", "--load", "-o", "b"]) }
        #expect(throws: (any Error).self) { try CaravanCommand.parseAsRoot(["import", "a", "--replace"]) }
    }
}
