/// Keeps texts that people typed from being run as formulas by a spreadsheet that opens a CSV file (OWASP, "CSV
/// injection"): an apostrophe stands in front, which spreadsheets show as part of the text but never run.
enum FormulaGuard {
    /// The text as it goes into a CSV file.
    static func guarded(_ text: String) -> String {
        startsFormula(text) && Double(text) == nil ? "'" + text : text
    }

    /// The text as it was before `guarded`.
    static func unguarded(_ text: String) -> String {
        text.hasPrefix("'") && startsFormula(text) ? String(text.dropFirst()) : text
    }

    /// Whether the text, apostrophes in front apart, begins as a formula does.
    private static func startsFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        return "=+-@\t\r".unicodeScalars.contains(first)
    }
}
