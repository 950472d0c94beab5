import CaravanLanguage

/// The reference of sheets and columns in docs/spreadsheets.md and docs/spreadsheets.zh-CN.md, out of the tables
/// themselves.
enum SheetReference {
    static let beginMarker = "<!-- sheets: begin -->"
    static let endMarker = "<!-- sheets: end -->"

    /// The section, from the first marker to the second, with a line end after it.
    static func section(_ language: Language) -> String {
        "\(beginMarker)\n\n" + Table.allCases.map { entry(of: $0, language) }.joined(separator: "\n")
            + "\n\(endMarker)\n"
    }

    private static func entry(of table: Table, _ language: Language) -> String {
        let columns = table == .week ? WeekFields.all : table.columns
        let lines = [heading(of: table, language), "", purpose(of: table)[language], "", titles(of: table, language)]
        return (lines + columns.map { row(of: $0, language) }).joined(separator: "\n") + "\n"
    }

    private static func heading(of table: Table, _ language: Language) -> String {
        GuideText.referenceHeading[language, table.name.english, table.name.chinese]
    }

    private static func purpose(of table: Table) -> Bilingual {
        let purpose = Guide.purpose(of: table).bilingual
        let sentence = Bilingual(purpose.english.prefix(1).uppercased() + purpose.english.dropFirst(), purpose.chinese)
        return (table.isRequired ? GuideText.referenceNeeded : .referencePurpose)(sentence)
    }

    private static func titles(of table: Table, _ language: Language) -> String {
        let first: any Topic = table == .week ? ColumnHeading.field : GuideText.column
        let others: [GuideText] = [.otherLanguage, .needed, .whatToFillIn, .exampleTitle]
        let titles = [first.bilingual[language]] + others.map { $0[language] }
        return "| " + titles.joined(separator: " | ") + " |\n|---|---|---|---|---|"
    }

    private static func row(of column: Column, _ language: Language) -> String {
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
