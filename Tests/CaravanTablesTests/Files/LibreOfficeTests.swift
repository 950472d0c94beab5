import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanTables

/// LibreOffice, with which files of a real spreadsheet program are made.
enum LibreOffice {
    static let program = ["soffice", "libreoffice", "localc"].lazy.compactMap(SharedMaterial.executable).first
    static let absence: Comment = "needs LibreOffice Calc (soffice)"

    /// One profile for all conversions: a first start takes seconds.
    private static let profile = FileManager.default.temporaryDirectory.appendingPathComponent(
        "caravan-libreoffice-\(ProcessInfo.processInfo.processIdentifier)")

    /// Converts a file; the result lies in the folder `out`.
    static func convert(_ path: String, to form: String, in folder: ScratchFolder) throws {
        let result = try run(
            try #require(program),
            [
                "-env:UserInstallation=file://\(profile.path)", "--headless", "--convert-to", form, "--outdir",
                folder.path + "/out", path,
            ])
        try #require(result.status == 0, "\(result.errorText)")
    }
}

@Suite(
    "Files of a real spreadsheet program", .enabled(if: LibreOffice.program != nil, LibreOffice.absence), .serialized)
struct LibreOfficeTests {
    private func sample(_ name: String) throws -> JSON {
        let url = SharedMaterial.packageRoot.appendingPathComponent("samples/\(name)/week.json")
        return try JSON(parsing: Array(Data(contentsOf: url)))
    }

    @Test("A workbook that LibreOffice has opened and saved is the same week")
    func workbook() throws {
        let folder = try ScratchFolder()
        let document = try sample("tiny")
        let sheets = try WeekSheets(document, language: .chinese).sheets
        let path = try folder.write(try SheetFiles.workbook(sheets), to: "周.xlsx")
        // By way of its own format, so that every cell is written anew.
        try LibreOffice.convert(path, to: "ods", in: folder)
        try LibreOffice.convert(folder.path + "/out/周.ods", to: "xlsx", in: folder)
        let imported = WeekImport(try SpreadsheetFile.read(folder.path + "/out/周.xlsx"))
        #expect(imported.faults.prefix(5).map { $0.text(.english) } == [])
        #expect(imported.document.map(NormalForm.of) == NormalForm.of(document))
    }

    @Test("CSV files that LibreOffice writes, in GB18030 with dates as it shows them, are the same week")
    func csv() throws {
        let folder = try ScratchFolder()
        let document = try sample("baishan-2025")
        let sheets = try WeekSheets(document, language: .chinese).sheets
        let path = try folder.write(try SheetFiles.workbook(sheets), to: "week.xlsx")
        // Separator, quote, character set (85 is GB18030), first row, formats, language, quote all, as shown, …, all sheets.
        try LibreOffice.convert(
            path, to: "csv:Text - txt - csv (StarCalc):44,34,85,1,,0,false,true,false,false,false,-1", in: folder)
        let out = folder.url.appendingPathComponent("out")
        for file in try FileManager.default.contentsOfDirectory(at: out, includingPropertiesForKeys: nil) {
            let name = file.lastPathComponent.replacing("week-", with: "")
            if name == "乡镇.csv" { #expect(String(validating: try Data(contentsOf: file), as: UTF8.self) == nil) }
            try FileManager.default.moveItem(at: file, to: out.appendingPathComponent(name))
        }
        let imported = WeekImport(try SpreadsheetFile.read(out.path))
        #expect(imported.faults.prefix(5).map { $0.text(.english) } == [])
        #expect(imported.document.map(NormalForm.of) == NormalForm.of(document))
    }

    @Test("The template survives LibreOffice with its headings and drop-down lists")
    func template() throws {
        let folder = try ScratchFolder()
        let path = try folder.write(try SheetFiles.workbook(WeekSheets.template(.chinese)), to: "模板.xlsx")
        try LibreOffice.convert(path, to: "xlsx", in: folder)
        let read = try SpreadsheetFile.read(folder.path + "/out/模板.xlsx")
        #expect(read.sheets.count == Table.allCases.count + 1)
        #expect(WeekImport(read).warnings.isEmpty)
        let archive = try ZipArchive(
            Array(Data(contentsOf: URL(filePath: folder.path + "/out/模板.xlsx"))), limits: SpreadsheetLimits())
        let venues = String(decoding: try #require(try archive.part("xl/worksheets/sheet6.xml")), as: UTF8.self)
        #expect(venues.contains("<dataValidation "))
    }
}
