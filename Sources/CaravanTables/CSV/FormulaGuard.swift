/// Keeps texts that people typed from being run as formulas by a spreadsheet that opens a CSV file (OWASP, "CSV
/// injection"): an apostrophe stands in front, which spreadsheets show as part of the text but never run.
enum FormulaGuard {
    /// The text as it goes into a CSV file.
    static func guarded(_ text: String) -> String {
        startsFormula(text) && Double(text) == nil ? "'" + text : text
    }

    /// The text as it was before `guarded`.
    static func unguarded(_ text: String) -> String {
        text.unicodeScalars.first == "'" && startsFormula(text)
            ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// Signs that begin a formula, full-width ones too, which spreadsheets in China and Japan take for them.
    private static let signs: Set<UnicodeScalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "−"]
    /// White space that some programs drop, and the sign behind it begins a formula.
    private static let breaks: Set<UnicodeScalar> = ["\t", "\r", "\n"]

    /// Whether the text, apostrophes in front apart, begins as a formula does, blanks before its sign or not.
    private static func startsFormula(_ text: String) -> Bool {
        let body = text.unicodeScalars.drop { $0 == "'" }
        guard let first = body.first else { return false }
        if breaks.contains(first) { return true }
        let sign = body.first { !$0.properties.isWhitespace && $0 != "'" && !$0.properties.isDefaultIgnorableCodePoint }
        return sign.map(signs.contains) ?? false
    }
}
