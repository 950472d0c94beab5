/// The reference of sheets and columns in docs/spreadsheets.md and docs/spreadsheets.zh-CN.md, out of the tables
/// themselves.
enum SheetReference {
    static let beginMarker = "<!-- sheets: begin -->"
    static let endMarker = "<!-- sheets: end -->"

    /// The section, from the first marker to the second, with a line end after it.
    static func section(_ language: SheetLanguage) -> String {
        "\(beginMarker)\n\n" + Table.allCases.map { entry(of: $0, language) }.joined(separator: "\n")
            + "\n\(endMarker)\n"
    }

    private static func entry(of table: Table, _ language: SheetLanguage) -> String {
        let columns = table == .week ? WeekFields.all : table.columns
        let lines = [heading(of: table)[language], "", purpose(of: table)[language], ""]
        let rows = columns.map { row(of: $0, language) }
        return lines.joined(separator: "\n") + "\n" + titles(of: table)[language] + rows.joined(separator: "\n") + "\n"
    }

    private static func heading(of table: Table) -> Wording {
        Wording("### \(table.name.english) · \(table.name.chinese)", "### \(table.name.chinese)（\(table.name.english)）")
    }

    private static func purpose(of table: Table) -> Wording {
        let purpose = Guide.purpose(of: table)
        let sentence = purpose.english.prefix(1).uppercased() + purpose.english.dropFirst() + "."
        return table.isRequired
            ? Wording(sentence + " Needed.", "\(purpose.chinese)。必须有。") : Wording(sentence, "\(purpose.chinese)。")
    }

    private static func titles(of table: Table) -> Wording {
        let first = table == .week ? Wording("field", "项目") : Wording("column", "列")
        let line = "\n|---|---|---|---|---|\n"
        return Wording(
            "| \(first.english) | in Chinese | needed | what to fill in | example |" + line,
            "| \(first.chinese) | 英文 | 必填 | 填写内容 | 示例 |" + line)
    }

    private static func row(of column: Column, _ language: SheetLanguage) -> String {
        var (name, other) = (
            column.heading[language], language == .chinese ? column.heading.english : column.heading.chinese
        )
        if column.kind == .population { (name, other) = (name + " youth", other + " youth") }
        let cells = [
            name, other, column.isRequired ? KeyWords.flag(true)[language] : "", column.note[language],
            column.example[language].isEmpty ? "" : "`\(column.example[language])`",
        ]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
