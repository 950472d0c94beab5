extension SpreadsheetFile {
    /// Reads one table that came some other way than as a file in a folder, as `read(_:limits:)` reads each of a folder.
    package static func read(
        table bytes: [UInt8], name: String, limits: SpreadsheetLimits = SpreadsheetLimits()
    ) -> Spreadsheet {
        do throws(CSVReader.Failure) {
            return Spreadsheet(sheets: [Sheet(name: name, rows: try CSVReader(limits: limits).rows(of: bytes))])
        } catch {
            let place = CellPlace(sheet: name, row: error.row)
            return Spreadsheet(
                sheets: [], faults: [TableFault(place, problem: error.problem, remedy: error.remedy)])
        }
    }
}
