import CaravanCore

/// What is written into a cell.
public enum OutputCell: Sendable, Equatable {
    /// Nothing.
    case empty
    /// A text; never a formula.
    case text(String)
    /// A number.
    case number(Double)
    /// A number of money: with two digits after the point where they matter.
    case money(Double)
    /// A share from 0 to 1, shown in percent.
    case share(Double)
    /// A date.
    case date(CivilDate)
    /// A time of day, minutes after midnight.
    case clock(Int)

    /// The content as CSV has it.
    var csv: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let value): plainDecimal(value)
        case .money(let value): plainDecimal((value * 100).rounded() / 100)
        case .share(let value): fixedDecimal(value, places: 4)
        case .date(let date): date.text
        case .clock(let minutes): ClockText.text(minutes: minutes)
        }
    }
}

/// What a column's cells are chosen from.
public enum Choices: Sendable, Equatable {
    /// These texts.
    case texts([String])
    /// The first column of another sheet.
    case sheet(String)
}

/// A column of a sheet that is written.
public struct OutputColumn: Sendable, Equatable {
    /// Its heading.
    public var heading: String
    /// A comment at the heading, for who fills it in.
    public var note: String?
    /// A drop-down list.
    public var choices: Choices?
    /// Whether what is typed here stays text, so that the spreadsheet makes no date of it.
    public var isText = false
    /// What may stand in it, to make an empty column wide enough.
    public var sample = ""

    /// A column.
    public init(
        _ heading: String, note: String? = nil, choices: Choices? = nil, isText: Bool = false, sample: String = ""
    ) {
        self.sample = sample
        self.heading = heading
        self.note = note
        self.choices = choices
        self.isText = isText
    }
}

/// A sheet to be written: of a workbook, or as a CSV file.
public struct OutputSheet: Sendable, Equatable {
    /// Name of the sheet, and of the file before `.csv`.
    public var name: String
    /// What is printed above every page; nil for sheets that are filled in rather than printed.
    public var title: String?
    /// Columns.
    public var columns: [OutputColumn]
    /// Rows, a cell a column.
    public var rows: [[OutputCell]]
    /// Rows with which something new begins, such as another township: a line is drawn above.
    public var groupStarts: Set<Int> = []
    /// Rows that sum up others; they are printed bold.
    public var sums: Set<Int> = []

    /// A sheet.
    public init(
        name: String, title: String? = nil, columns: [OutputColumn], rows: [[OutputCell]], groupStarts: Set<Int> = []
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
        self.groupStarts = groupStarts
    }

    /// The sheet as CSV text.
    public var csv: String {
        var writer = CSVWriter()
        writer.row(columns.map(\.heading))
        for row in rows { writer.row(row.map(\.csv)) }
        return writer.text
    }
}
