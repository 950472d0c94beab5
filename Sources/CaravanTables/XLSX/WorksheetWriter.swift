import CXLSXWriter
import CaravanCore
import Foundation

/// Writes one sheet of a workbook: a frozen row of headings that is repeated on every printed page, notes, drop-down
/// lists, widths after the content; landscape A4, as many pages long as it takes and one wide.
struct WorksheetWriter {
    private let sheet: OutputSheet
    private let page: UnsafeMutablePointer<lxw_worksheet>
    private let formats: CellFormats

    /// The longest text that a cell holds, characters of UTF-16.
    private static let longestText = 32_767
    /// Rows that drop-down lists are offered in below the last one.
    private static let spareRows = 500

    init(_ sheet: OutputSheet, _ page: UnsafeMutablePointer<lxw_worksheet>, _ formats: CellFormats) {
        self.sheet = sheet
        self.page = page
        self.formats = formats
    }

    func write() throws(SpreadsheetError) {
        guard sheet.rows.count < CellAddress.mostRows, sheet.columns.count <= CellAddress.mostColumns else {
            throw .sheetTooLarge(sheet: sheet.name)
        }
        var widths = sheet.columns.map { ColumnWidth(heading: $0.heading, sample: $0.sample) }
        for (column, entry) in sheet.columns.enumerated() {
            try write(.text(entry.heading), row: 0, column: column, heading: true)
            if let note = entry.note { worksheet_write_comment(page, 0, lxw_col_t(column), note) }
        }
        for (number, row) in sheet.rows.enumerated() {
            for (column, cell) in row.enumerated() where column < widths.count {
                try write(cell, row: number + 1, column: column)
                widths[column].see(cell)
            }
        }
        for (column, width) in widths.enumerated() {
            let format = sheet.columns[column].isText ? formats.plain.text : nil
            worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), width.value, format)
            if let choices = sheet.columns[column].choices { offer(choices, in: column) }
        }
        if sheet.title != nil { setHeights(widths) }
        layOut()
    }

    /// Rows as high as their longest text needs: not every program finds this out itself before it prints.
    private func setHeights(_ widths: [ColumnWidth]) {
        for (number, row) in sheet.rows.enumerated() {
            let lines = zip(row, widths).reduce(1) { max($0, $1.1.lines(of: $1.0)) }
            if lines > 1 {
                worksheet_set_row(page, lxw_row_t(number + 1), Double(min(lines, 25)) * LXW_DEF_ROW_HEIGHT, nil)
            }
        }
    }

    private func format(ofRow row: Int) -> CellFormats.Row {
        if sheet.sums.contains(row) { return formats.sum }
        return sheet.groupStarts.contains(row) ? formats.first : formats.plain
    }

    private func layOut() {
        worksheet_freeze_panes(page, 1, 0)
        worksheet_set_landscape(page)
        worksheet_set_paper(page, 9)
        worksheet_set_margins(page, 0.4, 0.4, 0.75, 0.6)
        worksheet_fit_to_pages(page, 1, 0)
        worksheet_repeat_rows(page, 0, 0)
        worksheet_set_footer(page, "&C&P / &N")
        guard let title = sheet.title else { return }
        if !sheet.rows.isEmpty, !sheet.columns.isEmpty {
            worksheet_autofilter(page, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.columns.count - 1))
        }
        worksheet_set_header(page, "&L&B" + Self.header(title) + "&R" + Self.header(sheet.name))
    }

    /// A text of a header, which holds at most 255 characters in all, in which & begins a code, and for which
    /// libxlsxwriter writes control characters as they are.
    private static func header(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(100).map { scalar in
            scalar.properties.generalCategory == .control || scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(shown)).replacing("&", with: "&&")
    }

    private func write(_ cell: OutputCell, row: Int, column: Int, heading: Bool = false) throws(SpreadsheetError) {
        let set = format(ofRow: row - 1)
        let (at, to) = (lxw_row_t(row), lxw_col_t(column))
        let code: lxw_error
        switch cell {
        case .empty: code = sheet.title == nil ? LXW_NO_ERROR : worksheet_write_blank(page, at, to, set.text)
        case .text(let text):
            guard text.utf16.count <= Self.longestText else { throw unwritable(row, column) }
            code = worksheet_write_string(
                page, at, to, EscapedText.encoded(text), heading ? formats.heading : set.text)
        // libxlsxwriter writes 16 digits; a number that needs 17 is kept whole as text.
        case .number(let value) where !value.survives16Digits:
            code = worksheet_write_string(page, at, to, plainDecimal(value), set.number)
        case .number(let value): code = worksheet_write_number(page, at, to, value, set.number)
        case .money(let value): code = worksheet_write_number(page, at, to, value, set.money)
        case .share(let value): code = worksheet_write_number(page, at, to, value, set.share)
        case .date(let date): code = worksheet_write_number(page, at, to, SerialDate(date).serial, set.date)
        case .clock(let minutes): code = worksheet_write_number(page, at, to, Double(minutes) / 1440, set.clock)
        }
        if code != LXW_NO_ERROR { throw unwritable(row, column) }
    }

    private func unwritable(_ row: Int, _ column: Int) -> SpreadsheetError {
        .unwritableCell(sheet: sheet.name, address: CellAddress(row: row + 1, column: column).text)
    }

    /// A drop-down list that suggests and does not insist: names are accepted as well as identifiers.
    private func offer(_ choices: Choices, in column: Int) {
        var validation = lxw_data_validation()
        validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
        validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
        let (first, last) = (lxw_row_t(1), lxw_row_t(sheet.rows.count + Self.spareRows))
        func add() {
            worksheet_data_validation_range(page, first, lxw_col_t(column), last, lxw_col_t(column), &validation)
        }
        switch choices {
        case .sheet(let name):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            let quoted = name.replacing("'", with: "''")
            CStrings.with(["='\(quoted)'!$A$2:$A$5000"]) { strings in
                validation.value_formula = strings[0]
                add()
            }
        case .texts(let texts):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            CStrings.with(texts) { strings in
                var list = strings
                list.withUnsafeMutableBufferPointer { buffer in
                    validation.value_list = buffer.baseAddress
                    add()
                }
            }
        }
    }
}

extension Double {
    /// Whether the number is the same after it has been written with 16 significant digits.
    var survives16Digits: Bool {
        let shortest = "\(magnitude)".filter { $0 != "." }.prefix { $0 != "e" }
        return shortest.drop { $0 == "0" }.count <= 16
    }
}

/// Texts as C has them, for the time of a call.
private enum CStrings {
    static func with(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Void) {
        let strings = texts.map { strdup($0) }
        defer { for string in strings { free(string) } }
        body(strings + [nil])
    }
}
