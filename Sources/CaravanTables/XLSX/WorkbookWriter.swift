import CXLSXWriter
import CaravanCore
import CaravanLanguage

/// Writes sheets as an XLSX workbook with libxlsxwriter. Every text is written as text, so that nothing that people typed
/// is ever a formula.
struct WorkbookWriter {
    private let path: String

    init(path: String) { self.path = path }

    /// Writes the file.
    func write(_ sheets: [OutputSheet]) throws(SpreadsheetError) {
        guard let book = workbook_new(path) else {
            throw .unwritable(path: path, reason: Verbatim("libxlsxwriter").bilingual)
        }
        let formats = CellFormats(book)
        do throws(SpreadsheetError) {
            for sheet in sheets {
                guard let page = workbook_add_worksheet(book, sheet.name) else {
                    throw SpreadsheetError.unwritableCell(sheet: sheet.name, address: "A1")
                }
                try WorksheetWriter(sheet, page, formats).write()
            }
        } catch {
            // Closing is what frees the workbook.
            _ = workbook_close(book)
            throw error
        }
        let code = workbook_close(book)
        guard code == LXW_NO_ERROR else {
            throw .unwritable(path: path, reason: Verbatim(String(cString: lxw_strerror(code))).bilingual)
        }
    }
}

/// The formats of a workbook's cells.
struct CellFormats {
    /// Formats of one row: with a line above it or without, bold or not.
    struct Row {
        let text: UnsafeMutablePointer<lxw_format>?
        let number: UnsafeMutablePointer<lxw_format>?
        let money: UnsafeMutablePointer<lxw_format>?
        let share: UnsafeMutablePointer<lxw_format>?
        let date: UnsafeMutablePointer<lxw_format>?
        let clock: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>, hasLine: Bool, isBold: Bool) {
            func format(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
                let format = workbook_add_format(book)
                format_set_num_format(format, code)
                format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
                if isBold { format_set_bold(format) }
                if hasLine { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
                return format
            }
            text = format("@")
            format_set_text_wrap(text)
            number = format("General")
            money = format("#,##0.##")
            share = format("0%")
            date = format("yyyy-mm-dd")
            clock = format("hh:mm")
            for format in [date, clock] { format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
        }
    }

    let heading: UnsafeMutablePointer<lxw_format>?
    let plain: Row
    let first: Row
    let sum: Row

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        heading = workbook_add_format(book)
        format_set_bold(heading)
        format_set_text_wrap(heading)
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_bg_color(heading, 0xDCE6F1)
        format_set_bottom(heading, UInt8(LXW_BORDER_MEDIUM.rawValue))
        plain = Row(book, hasLine: false, isBold: false)
        first = Row(book, hasLine: true, isBold: false)
        sum = Row(book, hasLine: true, isBold: true)
    }
}
