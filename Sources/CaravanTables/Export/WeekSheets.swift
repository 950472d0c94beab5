import CaravanCore
import CaravanLanguage

/// The tables of a week as sheets that can be filled in, printed, and read back by `WeekImport`.
public struct WeekSheets: Sendable {
    private let document: JSON
    private let language: Language
    private let writer: CellWriter
    private let isTemplate: Bool
    private let origin: WeekOrigin?

    /// The tables of a week document that is sound, or was when it was stored.
    /// - Parameter origin: the revision that it is, which a sheet in front then says; nil: none that is stored.
    /// - Throws: `WeekFaults` for one that is not.
    public init(_ document: JSON, language: Language, origin: WeekOrigin? = nil) throws(WeekFaults) {
        let faults = WeekValidator.faults(in: document, stored: true)
        if !faults.isEmpty { throw WeekFaults(faults) }
        self.init(sound: document, language: language, isTemplate: false, origin: origin)
    }

    /// Tables without rows, their notes in place, and in front a sheet that says how to fill them in.
    public static func template(_ language: Language) -> [OutputSheet] {
        let tables = WeekSheets(sound: .object(JSONObject()), language: language, isTemplate: true)
        return [Guide.sheet(language)] + tables.sheets
    }

    private init(sound document: JSON, language: Language, isTemplate: Bool, origin: WeekOrigin? = nil) {
        self.origin = origin
        self.isTemplate = isTemplate
        self.document = document
        self.language = language
        let slots = document["slots"]?.array?.compactMap { $0["id"]?.string } ?? []
        writer = CellWriter(language: language, slots: slots)
    }

    /// A sheet a table, those without rows too.
    public var sheets: [OutputSheet] {
        (origin.map { [Guide.sheet(language, origin: $0)] } ?? []) + Table.allCases.map(sheet)
    }

    private func sheet(_ table: Table) -> OutputSheet {
        let columns = self.columns(of: table)
        let rows: [[OutputCell]] =
            switch table {
            case .week: fields
            case .closures: times(in: [.venues], "closed")
            case .absences: times(in: [.experts, .mentors, .kits], "away")
            case .legs: items(document["travel"]?["legs"], columns)
            default: items(document[table.rawValue], columns)
            }
        return OutputSheet(
            name: table.name[language], columns: columns.map { heading($0.column, $0.audience, table) }, rows: rows)
    }

    /// The columns of a table; that of people once for each audience.
    private func columns(of table: Table) -> [(column: Column, audience: String?)] {
        table.columns.flatMap { column -> [(column: Column, audience: String?)] in
            guard column.kind == .population else { return [(column, nil)] }
            let audiences = document["audiences"]?.array?.compactMap(\.string) ?? ["youth", "farmers", "elderly"]
            return audiences.map { (column, $0) }
        }
    }

    private func heading(_ column: Column, _ audience: String?, _ table: Table) -> OutputColumn {
        let example = column.example[language]
        let star = isTemplate && column.isRequired && table != .week ? " *" : ""
        return OutputColumn(
            column.heading[language] + (audience.map { " " + $0 } ?? "") + star,
            note: table == .week ? nil : note(of: column, apart: "\n"), choices: choices(of: column.kind),
            isText: column.kind.isTyped,
            sample: table == .week && column.key == "value" ? String(repeating: " ", count: 36) : example)
    }

    /// What to fill in, with an example.
    private func note(of column: Column, apart: String) -> String {
        let example = column.example[language]
        return (column.isRequired ? "* " : "") + column.note[language]
            + (example.isEmpty ? "" : apart + GuideText.example[language, example])
    }

    private func choices(of kind: ValueKind) -> Choices? {
        switch kind {
        case .flag: .texts([true, false].map { KeyWords.flag($0)[language] })
        case .measure: .texts([Measure.sessions, .attendance].map { KeyWords.wording($0)[language] })
        case .reference(.township): .sheet(Table.townships.name[language])
        case .reference(.venue): .sheet(Table.venues.name[language])
        case .reference(.fund): .sheet(Table.funds.name[language])
        case .reference(.request): .sheet(Table.requests.name[language])
        case .reference(.audience):
            document["audiences"]?.array.map { .texts($0.compactMap(\.string)) }.flatMap(Self.short)
        default: nil
        }
    }

    /// A list in a workbook may hold 255 characters.
    private static func short(_ choices: Choices) -> Choices? {
        guard case .texts(let texts) = choices, !texts.isEmpty, texts.joined(separator: ",").utf16.count <= 255 else {
            return nil
        }
        return choices
    }

    private func items(_ list: JSON?, _ columns: [(column: Column, audience: String?)]) -> [[OutputCell]] {
        (list?.array ?? []).map { item in
            columns.map { column, audience in
                let value = item[column.key]
                return writer.cell(audience.map { value?[$0] } ?? value, column.kind)
            }
        }
    }

    /// The week's own fields.
    private var fields: [[OutputCell]] {
        WeekFields.all.map { field in
            var value: JSON? = document
            for step in field.key.split(separator: ".") { value = value?[String(step)] }
            if isTemplate, field.key == "timezone" { value = .string(field.example.english) }
            let note = note(of: field, apart: ListWord.semicolon[language])
            return [.text(field.heading[language]), writer.cell(value, field.kind), .text(note)]
        }
    }

    /// Closures or absences: a row a run of dates with the same slots.
    private func times(in tables: [Table], _ field: String) -> [[OutputCell]] {
        tables.flatMap { document[$0.rawValue]?.array ?? [] }.flatMap { item -> [[OutputCell]] in
            let instances = item[field]?.array?.compactMap(\.string) ?? []
            return SlotRuns(instances).runs.map { run in
                [
                    .text(item["id"]?.string ?? ""), .date(run.first), run.first == run.last ? .empty : .date(run.last),
                    run.slots == writer.slots ? .empty : .text(ListText.text(run.slots, language)),
                ]
            }
        }
    }
}

extension ValueKind {
    /// Whether a spreadsheet must leave alone what is typed: identifiers such as `1-2` would become dates.
    var isTyped: Bool {
        switch self {
        case .number, .population, .date, .clock: false
        default: true
        }
    }
}
