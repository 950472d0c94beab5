/// What is wrong with a sheet, its headings or a CSV file, and how a fault is told.
public enum SheetFault: Entry, Topic {
    case noHeadings = "no row of headings found | 没有找到标题行"
    case unknownColumn = "unknown column, not read | 未知的列，不读取"
    case unknownUnit = "the unit in brackets is not understood for this column | 看不懂本列括号中的单位"
    case columnTwice = "this column is there twice | 该列出现了两次"
    case columnMissing = "the column {0} is missing | 缺少“{0}”列"
    case merged = "merged cells | 合并单元格"
    case fieldTwice = "this field is there twice | 该项目出现了两次"
    case unknownField = "unknown field, not read | 未知的项目，不读取"
    case fieldMissing = "the field {0} is missing | 缺少项目“{0}”"
    case sheetMissing = "the sheet {0} is missing | 缺少工作表“{0}”"
    case sameTable = "the same table as the sheet {0} | 与工作表“{0}”是同一张表"
    case unknownSheet = "unknown sheet, not read | 未知的工作表，不读取"
    case encoding = "neither UTF-8 nor GB18030 text | 既不是 UTF-8 也不是 GB18030 文本"
    case quoteInside = "a quote inside a field | 字段中间出现引号"
    case combiningMark = "a field begins with a combining mark | 有字段以组合符号开头"
    case memberThing = "expert, mentor or kit | 专家、辅导员或设备"
    case place = "{0}, row {1} | {0} 第 {1} 行"
    case placeOfColumn = "{0}, column {1} | {0} {1} 列"
    case found = "found \"{0}\": {1} | 填的是“{0}”，{1}"
    case stop = "{0} | {0}。"
    case document = "document | 文档"
}

/// What to do about a sheet, its headings or a CSV file.
public enum SheetRemedy: Entry, Topic {
    case headings = "the first row holds the headings: {0} | 第一行应为标题：{0}"
    case renameSheet = "its headings are those of {0}; if it is that table, give it that name | 标题与“{0}”相同；若就是该表，请改用此名"
    case deleteOrLeave = "delete it or leave it | 可删除，也可保留"
    case headingUnit = "write {0}, and the numbers in that unit | 请写成“{0}”，并按该单位填写"
    case deleteColumn = "delete one of them | 请删去其中一列"
    case addColumn = "add it: {0} | 请添加：{0}"
    case unmerge = "unmerge them and fill in every cell | 请取消合并，并把每个单元格都填上"
    case deleteRow = "delete one of the rows | 请删去其中一行"
    case addRow = "add a row: {0} | 请添加一行：{0}"
    case addSheet = """
        add a sheet or CSV file of that name; "caravan template" writes an empty one | \
        请添加该表；可用 caravan template 生成空白表
        """
    case oneSheet = "put all rows into one of them | 请把所有行并入其中一张"
    case saveAsUTF8 = "save the sheet as \"CSV UTF-8\" | 请另存为“CSV UTF-8”"
    case quoteField = "put the whole field in quotes and double the quotes inside it | 请给整个字段加引号，字段内的引号写两遍"
    case closeQuote = "close the quote, or double it if it belongs to the text | 请补上引号；若引号是内容，请写两遍"
    case deleteMark = "delete the stray mark, or use a workbook | 请删去该符号，或改用工作簿"
}

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
