import CaravanProtocol
import CaravanTables

/// Sheets as the bytes of a workbook.
enum WorkbookExport {
    /// - Throws: `ProtocolError` where a text fits into no cell.
    static func bytes(of sheets: [OutputSheet]) throws(ProtocolError) -> [UInt8] {
        do {
            return try SheetFiles.workbook(sheets)
        } catch {
            switch error {
            case .unwritableCell, .sheetTooLarge: throw ProtocolError(.tooLarge, error.wording)
            default: throw ProtocolError(.internal, error.wording)
            }
        }
    }
}
