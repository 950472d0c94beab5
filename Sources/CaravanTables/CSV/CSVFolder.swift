import CaravanLanguage
import Foundation

/// A folder with a CSV file a table.
struct CSVFolder {
    private let path: String
    private let limits: SpreadsheetLimits

    init(path: String, limits: SpreadsheetLimits) {
        self.path = path
        self.limits = limits
    }

    /// Reads every CSV file of the folder, by name.
    func read() throws(SpreadsheetError) -> Spreadsheet {
        let files = try self.files()
        if files.isEmpty { throw .noTables(path: path) }
        var (sheets, faults): ([Sheet], [TableFault]) = ([], [])
        var (bytesLeft, cellsLeft) = (limits.bytes, limits.cells)
        for file in files {
            let bytes = try FileBytes.read(path + "/" + file, atMost: bytesLeft)
            guard let bytes else { throw .tooLarge(path: path, limit: limits.bytes) }
            bytesLeft -= bytes.count
            let name = String(file.dropLast(4))
            let rows: [SheetRow]
            do throws(CSVReader.Failure) {
                rows = try CSVReader(limits: limits).rows(of: bytes)
            } catch {
                let place = CellPlace(sheet: name, row: error.row)
                faults.append(TableFault(place, problem: error.problem, remedy: error.remedy))
                continue
            }
            cellsLeft -= rows.reduce(0) { $0 + $1.cells.count }
            if cellsLeft < 0 { throw .tooManyCells(path: path, limit: limits.cells) }
            sheets.append(Sheet(name: name, rows: rows))
        }
        return Spreadsheet(sheets: sheets, faults: faults)
    }

    private func files() throws(SpreadsheetError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }.sorted()
        } catch {
            throw .unreadable(path: path, reason: Verbatim(error.localizedDescription).bilingual)
        }
    }
}
