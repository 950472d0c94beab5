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
