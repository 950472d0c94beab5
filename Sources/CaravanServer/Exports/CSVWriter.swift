/// Writes tables as CSV (RFC 4180): comma, CR LF, fields with commas, quotes or line ends in quotes. A byte order mark
/// stands in front, without which Excel in China reads the file as GBK and shows garbage.
struct CSVWriter {
    private(set) var text = "\u{FEFF}"

    /// Appends a line.
    mutating func row(_ fields: [String]) {
        text += fields.map(Self.field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        let text = startsFormula(text) ? "'" + text : text
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Spreadsheets run a cell that starts like this; titles come from many hands (OWASP, CSV injection).
    private static func startsFormula(_ text: String) -> Bool {
        guard let first = text.first, "=+-@\t\r".contains(first) else { return false }
        return Double(text) == nil
    }
}
