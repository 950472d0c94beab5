/// Writes tables as CSV (RFC 4180): comma, CR LF, fields with commas, quotes or line ends in quotes. A byte order mark
/// stands in front, without which Excel in China reads the file as GBK and shows garbage.
public struct CSVWriter: Sendable {
    /// What has been written.
    public private(set) var text = "\u{FEFF}"

    /// An empty file.
    public init() {}

    /// Appends a line; texts that a spreadsheet would run as formulas are guarded.
    public mutating func row(_ fields: [String]) {
        text += fields.map(Self.field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        let text = FormulaGuard.guarded(text)
        let isPlain = text.unicodeScalars.allSatisfy {
            !",\"\n\r\u{85}\u{2028}\u{2029}\u{0B}\u{0C}".unicodeScalars.contains($0)
        }
        let isTight = text.first?.isWhitespace != true && text.last?.isWhitespace != true
        return isPlain && isTight ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
