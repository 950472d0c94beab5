import CaravanLanguage
import Foundation

/// Spreadsheets: a folder of CSV files, or an XLSX workbook.
public enum SpreadsheetFile {
    /// Reads a folder or a workbook.
    /// - Throws: `SpreadsheetError` where it is neither, or larger than the limits. Sheets that cannot be read are listed
    ///   in the result instead.
    public static func read(
        _ path: String, limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws(SpreadsheetError) -> Spreadsheet {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .unreadable(path: path, reason: SystemReason.notFound.bilingual)
        }
        if isFolder.boolValue { return try CSVFolder(path: path, limits: limits).read() }
        guard let bytes = try FileBytes.read(path, atMost: limits.bytes) else {
            throw .tooLarge(path: path, limit: limits.bytes)
        }
        let isNamedSo = path.lowercased().hasSuffix(".xlsx")
        guard isNamedSo || Workbook.begins(bytes) else { throw .unknownKind(path: path) }
        return try Workbook(bytes, name: path, limits: limits).read()
    }

    /// Reads a workbook that came some other way than as a file on disk.
    /// - Parameter name: What errors call it.
    /// - Throws: `SpreadsheetError` where it is none, or larger than the limits.
    public static func read(
        workbook bytes: [UInt8], name: String, limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws(SpreadsheetError) -> Spreadsheet {
        if bytes.count > limits.bytes { throw .tooLarge(path: name, limit: limits.bytes) }
        return try Workbook(bytes, name: name, limits: limits).read()
    }
}
