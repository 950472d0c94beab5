/// Why a file cannot be read or written as a spreadsheet at all.
public enum FileFault: Entry, Topic {
    case unreadable = "cannot read {0}: {1} | 无法读取 {0}：{1}"
    case tooLarge = """
        {0} is larger than {1} MB; remove pictures and sheets that do not belong to the week | \
        {0} 超过 {1} MB；请删去图片和与活动周无关的工作表
        """
    case unpacksTooLarge = """
        {0} unpacks to more than {1} MB, which no week needs; copy the tables into a new workbook | \
        {0} 解压后超过 {1} MB，远超活动周所需；请把表格复制到新的工作簿
        """
    case tooManyCells = """
        {0} holds more than {1} cells; remove sheets that do not belong to the week | \
        {0} 的单元格超过 {1} 个；请删去与活动周无关的工作表
        """
    case tooMuch = """
        {0} holds {1}, far more than a week needs; copy the tables into a new workbook | \
        {0} 含有{1}，远超活动周所需；请把表格复制到新的工作簿
        """
    case tooManyElements = """
        more than {0} XML elements, such as empty cells that are formatted | \
        超过 {0} 个 XML 元素（设了格式的空单元格也计入）
        """
    case tooMuchText = "more than {0} MB of text | 超过 {0} MB 的文字"
    case tooManyRows = "more than {0} rows | 超过 {0} 行"
    case tooManySheets = "more than {0} sheets | 超过 {0} 张工作表"
    case tooManyStyles = "more than {0} cell styles | 超过 {0} 种单元格样式"
    case tooManyAttributes = "an XML element with more than {0} attributes | 一个超过 {0} 个属性的 XML 元素"
    case tooManyNames = "too many XML names or nested elements | 过多的 XML 名称或嵌套元素"
    case tagTooLong = "an XML tag of more than 1 MB | 一个超过 1 MB 的 XML 标记"
    case notAWorkbook = """
        {0} is no XLSX workbook ({1}); open it in Excel, WPS or LibreOffice and save it as .xlsx | \
        {0} 不是 XLSX 工作簿（{1}）；请用 Excel、WPS 或 LibreOffice 打开并另存为 .xlsx
        """
    case oldOrLocked = """
        {0} is an old .xls workbook or has a password; save it as .xlsx without a password | \
        {0} 是旧格式 .xls，或设有密码；请去掉密码并另存为 .xlsx
        """
    case unknownKind = "{0} is neither a folder of CSV files nor an .xlsx workbook | {0} 既不是 CSV 文件夹，也不是 .xlsx 工作簿"
    case noTables = """
        {0} holds no CSV file; name the files after their tables, such as townships.csv | \
        {0} 中没有 CSV 文件；文件名应与表名一致，如 乡镇.csv
        """
    case unwritable = "cannot write {0}: {1} | 无法写入 {0}：{1}"
    case unwritableCell = """
        sheet {0}, cell {1}: the text is longer than 32,767 characters; shorten it, or write CSV files instead | \
        工作表“{0}”单元格 {1}：文字超过 32767 个字符；请缩短，或改为输出 CSV 文件
        """
    case noZip = "not a zip archive | 不是 zip 压缩包"
    case tooManyParts = "too many parts | 压缩包内文件过多"
    case partNotUnpacked = "{0} cannot be unpacked | {0} 无法解压"
    case partDamaged = "{0} is damaged | {0} 已损坏"
    case noXML = "a part is no well-formed XML | 有组成部分不是规范的 XML"
    case documentType = "a part has a document type | 有组成部分带有文档类型声明"
    case rowOutside = "a row number outside 1–1048576 | 行号超出 1–1048576"
    case columnOutside = "a cell address outside A1–XFD1048576 | 单元格地址超出 A1–XFD1048576"
    case textMissing = "a cell refers to a text that is not there | 单元格引用的文字不存在"
    case sheetTooLarge = """
        the sheet {0} would have more than 1,048,576 rows or 16,384 columns; write CSV files instead | \
        工作表“{0}”将超过 1048576 行或 16384 列；请改为输出 CSV 文件
        """
    case partMissing = "a part is missing or damaged | 缺少组成部分或已损坏"
}
