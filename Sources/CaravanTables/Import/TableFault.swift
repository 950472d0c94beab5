import CaravanCore
import CaravanLanguage

/// Where in a spreadsheet something stands.
public struct CellPlace: Sendable, Hashable {
    /// Name of the sheet, as the file has it.
    public let sheet: String
    /// Row as the spreadsheet shows it, from 1; nil for the whole sheet.
    public let row: Int?
    /// Column, counted from 0; nil for a whole row.
    public let column: Int?

    /// A place.
    public init(sheet: String, row: Int? = nil, column: Int? = nil) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// The letters of the column.
    public var letters: String? { column.map(CellAddress.letters) }
}

/// One thing that is wrong with a spreadsheet: where, what was found, and what would do.
public struct TableFault: Sendable, Equatable {
    /// Where it is.
    public let place: CellPlace
    /// The heading of its column, as the file has it.
    public let heading: String?
    /// What stands there, at most 60 characters of it; nil where nothing does.
    public let found: String?
    /// What is wrong.
    public let problem: Bilingual
    /// What would do.
    public let remedy: Bilingual

    /// A fault.
    public init(
        _ place: CellPlace, heading: String? = nil, found: String? = nil, problem: any Sayable,
        remedy: any Sayable = Bilingual.empty
    ) {
        self.place = place
        self.heading = heading
        self.found = found.map { $0.count > 60 ? $0.prefix(59) + "…" : $0 }
        self.problem = problem.bilingual
        self.remedy = remedy.bilingual
    }

    /// A fault of a week document, which has a path in place of sheet, row and column.
    public init(ofDocument fault: Fault) {
        let place = fault.path.isEmpty ? SheetFault.document[.english] : fault.path
        self.init(CellPlace(sheet: place), problem: fault.problem)
    }

    /// The fault as one line for people.
    public func text(_ language: Language) -> String {
        let line = Join.labelled[language, location, said]
        return line.hasSuffix("？") ? line : SheetFault.stop[language, line]
    }

    /// What was found, what is wrong with it and what would do, without the place.
    public var said: Bilingual {
        let said = found.map { SheetFault.found($0, problem) } ?? problem
        return remedy.isEmpty ? said : Join.further(said, remedy)
    }

    /// The place in words, e.g. `venues, row 5, column C (township)`.
    public var location: Bilingual {
        var text = Verbatim(place.sheet).bilingual
        if let row = place.row { text = SheetFault.place(text, row) }
        if let letters = place.letters { text = SheetFault.placeOfColumn(text, letters) }
        if let heading { text = Join.bracketed(text, heading) }
        return text
    }

    /// The fault as a record: `sheet`, `row`, `column`, `heading`, `found`, `message` and `remedy`.
    public func record(_ language: Language) -> JSON {
        var fields = placeFields
        fields.append(("message", .string(problem[language])))
        fields.append(("remedy", .string(remedy[language])))
        return .object(JSONObject(fields))
    }

    /// The fault as a record of the protocol, in both languages: `path` and `message` as for faults of documents, with `pathZh`
    /// and `messageZh`, then `sheet`, `row`, `column`, `heading` and `found`.
    public var record: JSON {
        let texts: [(String, JSON)] = [
            ("path", .string(location.english)), ("message", .string(said.english)),
            ("pathZh", .string(location.chinese)), ("messageZh", .string(said.chinese)),
        ]
        return .object(JSONObject(texts + placeFields))
    }

    private var placeFields: [(String, JSON)] {
        var fields: [(String, JSON)] = [("sheet", .string(place.sheet))]
        if let row = place.row { fields.append(("row", .int(row))) }
        if let letters = place.letters { fields.append(("column", .string(letters))) }
        if let heading { fields.append(("heading", .string(heading))) }
        if let found { fields.append(("found", .string(found))) }
        return fields
    }
}
