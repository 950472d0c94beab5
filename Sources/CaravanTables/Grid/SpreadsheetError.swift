import CaravanLanguage

/// Why a file or folder cannot be read or written as a spreadsheet at all.
public enum SpreadsheetError: Error, Sendable, Equatable {
    /// The system does not let us read it.
    case unreadable(path: String, reason: Bilingual)
    /// It is larger than the limit, bytes.
    case tooLarge(path: String, limit: Int)
    /// It unpacks to more than the limit, bytes.
    case unpacksTooLarge(path: String, limit: Int)
    /// It holds more cells than the limit.
    case tooManyCells(path: String, limit: Int)
    /// It holds more of something else than the limit.
    case tooMuch(path: String, reason: Bilingual)
    /// It is no XLSX workbook.
    case notAWorkbook(path: String, reason: Bilingual)
    /// It has the old XLS format, or a password.
    case oldOrLocked(path: String)
    /// It is neither a workbook nor a folder.
    case unknownKind(path: String)
    /// A folder without a CSV file.
    case noTables(path: String)
    /// A file cannot be written.
    case unwritable(path: String, reason: Bilingual)
    /// A text does not fit into a cell: more than 32,767 characters.
    case unwritableCell(sheet: String, address: String)
    /// A table has more rows or columns than a sheet of a workbook.
    case sheetTooLarge(sheet: String)

    /// What is wrong, and what to do.
    public var wording: Bilingual {
        switch self {
        case .unreadable(let path, let reason): FileFault.unreadable(path, reason)
        case .tooLarge(let path, let limit):
            FileFault.tooLarge(path, limit >> 20)
        case .unpacksTooLarge(let path, let limit):
            FileFault.unpacksTooLarge(path, limit >> 20)
        case .tooManyCells(let path, let limit):
            FileFault.tooManyCells(path, limit)
        case .tooMuch(let path, let reason):
            FileFault.tooMuch(path, reason)
        case .notAWorkbook(let path, let reason):
            FileFault.notAWorkbook(path, reason)
        case .oldOrLocked(let path):
            FileFault.oldOrLocked(path)
        default: fileWording
        }
    }

    private var fileWording: Bilingual {
        switch self {
        case .unknownKind(let path):
            FileFault.unknownKind(path)
        case .noTables(let path):
            FileFault.noTables(path)
        case .unwritable(let path, let reason): FileFault.unwritable(path, reason)
        case .unwritableCell(let sheet, let address):
            FileFault.unwritableCell(sheet, address)
        case .sheetTooLarge(let sheet): FileFault.sheetTooLarge(sheet)
        default: .empty
        }
    }
}
