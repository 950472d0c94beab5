import CaravanCore
import CaravanLanguage
import CaravanTables

/// What must hold of tables that planners send.
enum TableExamination {
    /// Small, so that an input that fills them is found soon.
    private static let limits: SpreadsheetLimits = {
        var limits = SpreadsheetLimits()
        (limits.bytes, limits.unpackedBytes, limits.cells) = (1 << 20, 16 << 20, 100_000)
        return limits
    }()

    static func csv(_ input: [UInt8]) throws(Finding) {
        try examine(SpreadsheetFile.read(table: input, name: "requests", limits: limits))
    }

    static func archive(_ input: [UInt8]) throws(Finding) {
        let read = Result { () throws(SpreadsheetError) in
            try SpreadsheetFile.read(workbook: input, name: "workbook.xlsx", limits: limits)
        }
        switch read {
        case .success(let spreadsheet): try examine(spreadsheet)
        case .failure(let error): try Finding.unlessBilingual(error.wording)
        }
    }

    private static func examine(_ spreadsheet: Spreadsheet) throws(Finding) {
        let made = WeekImport(spreadsheet)
        for fault in made.faults + made.warnings {
            try Finding.unlessBilingual(Bilingual(fault.text(.english), fault.text(.chinese)))
        }
        guard let document = made.document else {
            return try Finding.unless(!made.faults.isEmpty, "no week, and nothing said why")
        }
        let faults = WeekValidator.faults(in: document)
        try Finding.unless(faults.isEmpty, "a workbook gives an unsound week: \(faults)")
    }
}
