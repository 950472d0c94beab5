import CaravanCore
import CaravanLanguage

/// A week made from a spreadsheet, or why it cannot be made.
public struct WeekImport: Sendable {
    /// The week document; nil where there are faults.
    public let document: JSON?
    /// What is wrong, in the order of the sheets.
    public let faults: [TableFault]
    /// What was not read, such as unknown sheets and columns, and what was read but can hardly be meant: names that match
    /// nothing, lists of slots that are empty.
    public let warnings: [TableFault]
    /// The stored revision that the tables were made from; nil where they do not say.
    public let origin: WeekOrigin?

    /// Reads the tables of a week out of sheets. All faults are found in one pass: those of cells, those of references
    /// between tables, and those that `WeekValidator` finds in the document, led back to the cells they come from.
    public init(_ spreadsheet: Spreadsheet) {
        var run = ImportRun(spreadsheet)
        let document = run.document()
        let sheets = spreadsheet.sheets.map(\.name)
        origin = spreadsheet.sheets.first { Table.isGuide($0.name) }.flatMap(WeekOrigin.init)
        faults = run.faults.sorted(by: sheets)
        warnings = run.warnings.sorted(by: sheets)
        self.document = faults.isEmpty ? document : nil
    }
}

/// One pass over the sheets of a week.
struct ImportRun {
    var tables: [Table: LoadedTable] = [:]
    var faults = FaultList()
    var warnings = FaultList()
    var provenance = Provenance()
    var reader: CellReader
    let countsFrom1904: Bool

    init(_ spreadsheet: Spreadsheet) {
        countsFrom1904 = spreadsheet.countsFrom1904
        reader = CellReader(
            directories: [:], dates: DateReader(start: nil, days: 0, countsFrom1904: countsFrom1904), calendar: nil)
        faults.add(spreadsheet.faults)
        let unread = Set(spreadsheet.faults.map(\.place.sheet))
        assign(spreadsheet.sheets)
        for table in Table.allCases where table.isRequired && tables[table] == nil {
            guard !unread.contains(where: { Table.named($0) == table }) else { continue }
            faults.add(
                TableFault(
                    CellPlace(sheet: table.name.english),
                    problem: SheetFault.sheetMissing(table.name),
                    remedy: SheetRemedy.addSheet))
        }
        for table in Table.allCases {
            guard let loaded = tables[table] else { continue }
            faults.add(loaded.columns.faults)
            faults.add(loaded.columns.mergeFaults)
            warnings.add(loaded.columns.warnings)
        }
    }

    /// Finds the table of each sheet. Empty sheets of other names are what spreadsheet programs leave behind.
    private mutating func assign(_ sheets: [Sheet]) {
        for sheet in sheets {
            guard let table = Table.named(sheet.name) else {
                if !Table.isGuide(sheet.name), !sheet.rows.isEmpty { warnings.add(Self.unknown(sheet)) }
                continue
            }
            if let other = tables[table] {
                faults.add(
                    TableFault(
                        CellPlace(sheet: sheet.name),
                        problem: SheetFault.sameTable(other.sheet.name),
                        remedy: SheetRemedy.oneSheet))
            } else if !sheet.rows.isEmpty || table.isRequired {
                tables[table] = LoadedTable(table, sheet)
            }
        }
    }

    /// A sheet whose name is none: the table that it may be by its name, or by its headings.
    private static func unknown(_ sheet: Sheet) -> TableFault {
        let near = NearMatch.best(for: PlainText.narrowed(sheet.name), among: Table.allCases.flatMap(\.name.both))
        let alike = Table.allCases.first { SheetColumns(sheet, $0).isWhole }
        return TableFault(
            CellPlace(sheet: sheet.name), problem: SheetFault.unknownSheet,
            remedy: near.map { CellRemedy.didYouMean($0) } ?? alike.map { SheetRemedy.renameSheet($0.name) }
                ?? SheetRemedy.deleteOrLeave.bilingual)
    }

    /// The document as far as it could be made; faults are noted.
    mutating func document() -> JSON {
        nameEverything()
        var document = JSONObject([("format", "caravan-week/1")])
        var travel = JSONObject()
        var weights = JSONObject()
        readFields(&document, &travel, &weights)
        var lists = readLists()
        for (path, items) in readTimes() { attach(path, items, to: &lists) }
        document["slots"] = lists["slots"] ?? []
        document["funds"] = lists["funds"] ?? []
        travel["legs"] = lists["travel.legs"]
        document["travel"] = .object(travel)
        for table in [Table.townships, .venues, .experts, .mentors, .kits, .requests, .targets, .caps, .pins] {
            document[table.rawValue] = lists[table.rawValue] ?? (table.isRequired ? [] : nil)
        }
        if weights.count > 0 { document["weights"] = .object(weights) }
        let whole = JSON.object(document)
        validate(whole)
        warnAboutNames(in: lists)
        return whole
    }
}
