import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// A column of a table of records.
struct RecordColumn<Record>: Sendable {
    let title: Word
    let alignment: Alignment
    var fit: TextTable.Fit?
    let cell: @Sendable (Record, Style) -> String

    /// A text, cut where room is short.
    static func text(_ title: Word, _ value: @escaping @Sendable (Record) -> String?) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, _ in value(record) ?? "" }
    }

    /// A sentence, never cut; for the last column.
    static func sentence(_ title: Word, _ value: @escaping @Sendable (Record) -> Bilingual?) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading, fit: .whole) { record, style in
            value(record)?[style.language] ?? ""
        }
    }

    /// A word of the protocol, in the language of the output.
    static func word(_ title: Word, _ value: @escaping @Sendable (Record) -> String?) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, style in value(record).map(style.word) ?? "" }
    }

    /// A whole number.
    static func count(_ title: Word, _ value: @escaping @Sendable (Record) -> Int?) -> RecordColumn {
        number(title) { value($0).map(Double.init) }
    }

    /// A number.
    static func number(
        _ title: Word, decimals: Int = 0, _ value: @escaping @Sendable (Record) -> Double?
    ) -> RecordColumn {
        RecordColumn(title: title, alignment: .trailing) { record, _ in
            value(record).map { NumberText.grouped($0, decimals: decimals) } ?? ""
        }
    }

    /// A ratio, as a percentage.
    static func percent(_ title: Word, _ value: @escaping @Sendable (Record) -> Double?) -> RecordColumn {
        RecordColumn(title: title, alignment: .trailing) { record, _ in
            value(record).map { NumberText.percent($0) } ?? ""
        }
    }
}

/// Records as a table; columns that no record fills are left out.
func recordTable<Record>(
    _ records: [Record], _ columns: [RecordColumn<Record>], _ style: Style, indent: Int = 0
) -> String {
    if records.isEmpty { return style.dim(style.text(Word.nothing)) + "\n" }
    let filled = columns.filter { column in records.contains { !column.cell($0, style).isEmpty } }
    let titles = filled.map { TextTable.Column(style.text($0.title), $0.alignment, fit: $0.fit) }
    let rows = records.map { record in filled.map { $0.cell(record, style) } }
    return TextTable(titles, rows).text(style, indent: indent)
}

extension Reply {
    /// The records as what they are.
    /// - Parameter key: a field by which those of this kind are told from others in the same reply; nil: all are.
    /// - Throws: `ClientError.foreign` where the daemon sent something else.
    func records<Record: ProtocolRecord>(
        as type: Record.Type, with key: String? = nil
    ) throws(ClientError) -> [Record] {
        var read: [Record] = []
        do throws(ProtocolError) {
            for record in self.records where key == nil || record[key ?? ""] != nil {
                read.append(try Record(received: record))
            }
        } catch {
            throw .foreign(error.text)
        }
        return read
    }
}
