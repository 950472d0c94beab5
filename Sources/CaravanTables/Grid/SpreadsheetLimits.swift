/// Sizes beyond which a spreadsheet is refused: a province's week takes a tenth of each.
public struct SpreadsheetLimits: Sendable {
    /// Bytes of a workbook, or of all CSV files of a folder.
    public var bytes = 32 << 20
    /// Bytes of a workbook's parts once unpacked; a small file that unpacks to gigabytes is an attack, or a mistake.
    public var unpackedBytes = 128 << 20
    /// Parts of a workbook's archive.
    public var parts = 2000
    /// Cells that hold something, over all sheets.
    public var cells = 2_000_000
    /// Rows that hold something, over all sheets.
    public var rows = 200_000
    /// Sheets of a workbook.
    public var sheets = 500
    /// XML elements of a workbook's parts; empty cells that are formatted count too.
    public var elements = 8_000_000
    /// Bytes of the texts of all cells.
    public var textBytes = 24 << 20
    /// Columns of a sheet; cells further right are not read.
    public var columns = 512

    /// The limits that the program keeps to.
    public init() {}
}
