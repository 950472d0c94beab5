import CaravanLanguage
import Foundation

/// Writes sheets as files.
public enum SheetFiles {
    /// Writes a folder with a CSV file a sheet; the folder is made where it is missing, other files in it stay.
    /// - Throws: `SpreadsheetError.unwritable`.
    public static func write(_ sheets: [OutputSheet], folder path: String) throws(SpreadsheetError) {
        do {
            let folder = URL(fileURLWithPath: path, isDirectory: true)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for sheet in sheets {
                let file = folder.appendingPathComponent(sheet.name + ".csv")
                try Data(sheet.csv.utf8).write(to: file, options: .atomic)
            }
        } catch {
            throw .unwritable(path: path, reason: Verbatim(error.localizedDescription).bilingual)
        }
    }

    /// The bytes of a workbook with these sheets.
    /// - Throws: `SpreadsheetError` where a text fits into no cell, or the temporary folder cannot be written.
    public static func workbook(_ sheets: [OutputSheet]) throws(SpreadsheetError) -> [UInt8] {
        let draft = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: draft) }
        try WorkbookWriter(path: draft.path).write(sheets)
        guard let bytes = try FileBytes.read(draft.path, atMost: .max) else { return [] }
        return bytes
    }
}
