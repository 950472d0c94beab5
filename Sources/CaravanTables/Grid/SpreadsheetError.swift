/// Why a file or folder cannot be read or written as a spreadsheet at all.
public enum SpreadsheetError: Error, Sendable, Equatable {
    /// The system does not let us read it.
    case unreadable(path: String, reason: String)
    /// It is larger than the limit, bytes.
    case tooLarge(path: String, limit: Int)
    /// It unpacks to more than the limit, bytes.
    case unpacksTooLarge(path: String, limit: Int)
    /// It holds more cells than the limit.
    case tooManyCells(path: String, limit: Int)
    /// It is no XLSX workbook.
    case notAWorkbook(path: String, reason: Wording)
    /// It has the old XLS format, or a password.
    case oldOrLocked(path: String)
    /// It is neither a workbook nor a folder.
    case unknownKind(path: String)
    /// A folder without a CSV file.
    case noTables(path: String)
    /// A file cannot be written.
    case unwritable(path: String, reason: String)
    /// A text does not fit into a cell: more than 32,767 characters, or characters that a workbook cannot hold.
    case unwritableCell(sheet: String, address: String)

    /// What is wrong, and what to do.
    public var wording: Wording {
        switch self {
        case .unreadable(let path, let reason): Wording("cannot read \(path): \(reason)", "无法读取 \(path)：\(reason)")
        case .tooLarge(let path, let limit):
            Wording(
                "\(path) is larger than \(limit >> 20) MB; remove pictures and sheets that do not belong to the week",
                "\(path) 超过 \(limit >> 20) MB；请删去图片和与活动周无关的工作表")
        case .unpacksTooLarge(let path, let limit):
            Wording(
                "\(path) unpacks to more than \(limit >> 20) MB, which no week needs; copy the tables into a new workbook",
                "\(path) 解压后超过 \(limit >> 20) MB，远超活动周所需；请把表格复制到新的工作簿")
        case .tooManyCells(let path, let limit):
            Wording(
                "\(path) holds more than \(limit) cells; remove sheets that do not belong to the week",
                "\(path) 的单元格超过 \(limit) 个；请删去与活动周无关的工作表")
        case .notAWorkbook(let path, let reason):
            Wording(
                "\(path) is no XLSX workbook (\(reason.english)); open it in Excel, WPS or LibreOffice and save it as .xlsx",
                "\(path) 不是 XLSX 工作簿（\(reason.chinese)）；请用 Excel、WPS 或 LibreOffice 打开并另存为 .xlsx")
        case .oldOrLocked(let path):
            Wording(
                "\(path) is an old .xls workbook or has a password; save it as .xlsx without a password",
                "\(path) 是旧格式 .xls，或设有密码；请去掉密码并另存为 .xlsx")
        default: fileWording
        }
    }

    private var fileWording: Wording {
        switch self {
        case .unknownKind(let path):
            Wording(
                "\(path) is neither a folder of CSV files nor an .xlsx workbook",
                "\(path) 既不是 CSV 文件夹，也不是 .xlsx 工作簿")
        case .noTables(let path):
            Wording(
                "\(path) holds no CSV file; name the files after their tables, such as townships.csv",
                "\(path) 中没有 CSV 文件；文件名应与表名一致，如 乡镇.csv")
        case .unwritable(let path, let reason): Wording("cannot write \(path): \(reason)", "无法写入 \(path)：\(reason)")
        case .unwritableCell(let sheet, let address):
            Wording(
                "sheet \(sheet), cell \(address): the text is longer than 32,767 characters, or holds characters that a workbook cannot hold; write CSV files instead",
                "工作表“\(sheet)”单元格 \(address)：文字超过 32767 个字符，或含有工作簿无法保存的字符；请改为输出 CSV 文件")
        default: Wording("", "")
        }
    }
}
