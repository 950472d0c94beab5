import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// A column of a table of records.
struct RecordColumn: Sendable {
    let title: Word
    let alignment: Alignment
    var fit: TextTable.Fit?
    let cell: @Sendable (JSON, Style) -> String

    /// A text, cut where room is short.
    static func text(_ title: Word, _ key: String) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, _ in record[key]?.string ?? "" }
    }

    /// A sentence, never cut; for the last column.
    static func sentence(_ title: Word, _ key: String) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading, fit: .whole) { record, style in
            record.said(key, style.language)
        }
    }

    /// A word of the protocol, in the language of the output.
    static func word(_ title: Word, _ key: String) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, style in
            record[key]?.string.map(style.word) ?? ""
        }
    }

    /// A number.
    static func number(_ title: Word, _ key: String, decimals: Int = 0) -> RecordColumn {
        RecordColumn(title: title, alignment: .trailing) { record, _ in
            record[key]?.number.map { NumberText.grouped($0, decimals: decimals) } ?? ""
        }
    }

    /// A ratio, as a percentage.
    static func percent(_ title: Word, _ key: String) -> RecordColumn {
        RecordColumn(title: title, alignment: .trailing) { record, _ in
            record[key]?.number.map { NumberText.percent($0) } ?? ""
        }
    }

    /// A yes or nothing.
    static func flag(_ title: Word, _ key: String) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, style in
            record[key]?.bool == true ? style.text(Word.yes) : ""
        }
    }
}

/// Records as a table; columns that no record fills are left out.
func recordTable(_ records: [JSON], _ columns: [RecordColumn], _ style: Style, indent: Int = 0) -> String {
    if records.isEmpty { return style.dim(style.text(Word.nothing)) + "\n" }
    let filled = columns.filter { column in records.contains { !column.cell($0, style).isEmpty } }
    let titles = filled.map { TextTable.Column(style.text($0.title), $0.alignment, fit: $0.fit) }
    let rows = records.map { record in filled.map { $0.cell(record, style) } }
    return TextTable(titles, rows).text(style, indent: indent)
}

extension JSON {
    /// A sentence of a record: of the fields `message` and `messageZh` the one in the language, the English one where a
    /// daemon says nothing in Chinese.
    func said(_ key: String, _ language: Language) -> String {
        let chinese = language == .chinese ? self["\(key)Zh"]?.string : nil
        return chinese ?? self[key]?.string ?? ""
    }
}
