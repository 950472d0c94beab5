import CaravanCore

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
    public let problem: Wording
    /// What would do.
    public let remedy: Wording

    /// A fault.
    public init(
        _ place: CellPlace, heading: String? = nil, found: String? = nil, problem: Wording, remedy: Wording
    ) {
        self.place = place
        self.heading = heading
        self.found = found.map { $0.count > 60 ? $0.prefix(59) + "…" : $0 }
        self.problem = problem
        self.remedy = remedy
    }

    /// The fault as one line for people.
    public func text(_ language: SheetLanguage) -> String {
        let remedy = remedy[language]
        switch language {
        case .english:
            let found = found.map { "found \"\($0)\": " } ?? ""
            return "\(location(language)): \(found)\(problem.english)" + (remedy.isEmpty ? "" : "; \(remedy)")
        case .chinese:
            let found = found.map { "填的是“\($0)”，" } ?? ""
            return "\(location(language))：\(found)\(problem.chinese)" + (remedy.isEmpty ? "" : "；\(remedy)")
                + (remedy.hasSuffix("？") ? "" : "。")
        }
    }

    /// The place in words, e.g. `venues, row 5, column C (township)`.
    public func location(_ language: SheetLanguage) -> String {
        switch language {
        case .english:
            let row = place.row.map { ", row \($0)" } ?? ""
            let column = place.letters.map { ", column \($0)" } ?? ""
            return place.sheet + row + column + (heading.map { " (\($0))" } ?? "")
        case .chinese:
            let row = place.row.map { " 第 \($0) 行" } ?? ""
            let column = place.letters.map { " \($0) 列" } ?? ""
            return place.sheet + row + column + (heading.map { "（\($0)）" } ?? "")
        }
    }

    /// The fault as a record: `sheet`, `row`, `column`, `heading`, `found`, `message` and `remedy`.
    public func record(_ language: SheetLanguage) -> JSON {
        var fields: [(String, JSON)] = [("sheet", .string(place.sheet))]
        if let row = place.row { fields.append(("row", .int(row))) }
        if let letters = place.letters { fields.append(("column", .string(letters))) }
        if let heading { fields.append(("heading", .string(heading))) }
        if let found { fields.append(("found", .string(found))) }
        fields.append(("message", .string(problem[language])))
        fields.append(("remedy", .string(remedy[language])))
        return .object(JSONObject(fields))
    }
}
