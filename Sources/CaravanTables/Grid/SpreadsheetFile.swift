import CaravanLanguage
import Foundation

/// Spreadsheets on disk: a folder of CSV files, or an XLSX workbook.
public enum SpreadsheetFile {
    /// Reads a folder or a workbook.
    /// - Throws: `SpreadsheetError` where it is neither, or larger than the limits. Sheets that cannot be read are listed
    ///   in the result instead.
    public static func read(
        _ path: String, limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws(SpreadsheetError) -> Spreadsheet {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .unreadable(path: path, reason: SystemReason.notFound.bilingual.english)
        }
        if isFolder.boolValue { return try CSVFolder(path: path, limits: limits).read() }
        return try Workbook(path: path, limits: limits).read()
    }
}
