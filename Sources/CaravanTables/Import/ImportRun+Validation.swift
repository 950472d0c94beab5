import CaravanCore
import CaravanLanguage

extension ImportRun {
    /// Leads the faults that `WeekValidator` finds back to the cells they come from. A cell that has a fault already, or
    /// none because its column is missing, says no more; references have been looked up with near matches before.
    mutating func validate(_ document: JSON) {
        let found = WeekValidator.faults(in: document)
        var rest: [Fault] = []
        for fault in found {
            guard let (table, place) = provenance.place(of: fault.path, in: tables), let loaded = tables[table] else {
                rest.append(fault)
                continue
            }
            if faults.has(place) || isKnown(fault.problem, loaded, place) { continue }
            faults.add(loaded.fault(at: place, CellProblem(fault.problem, location)))
        }
        // What has no cell is said by its path, unless a missing sheet or column has been reported instead.
        guard faults.faults.isEmpty else { return }
        for fault in rest.isEmpty ? found : rest {
            let problem = CellProblem(fault.problem, location)
            faults.add(TableFault(CellPlace(sheet: fault.path), problem: problem.problem, remedy: problem.remedy))
        }
    }

    /// Whether a problem only follows from another one that has been reported.
    private func isKnown(_ problem: DocumentFault, _ loaded: LoadedTable, _ place: CellPlace) -> Bool {
        switch problem {
        case .unknown, .unknownWeight: true
        case .missing: place.column == nil && !loaded.columns.faults.isEmpty
        default: false
        }
    }

    /// The place of the identifier of an item in words, for faults that name another item.
    private func location(of path: String) -> Bilingual {
        guard let (_, place) = provenance.place(of: path + ".id", in: tables) else { return Verbatim(path).bilingual }
        return TableFault(CellPlace(sheet: place.sheet, row: place.row), problem: Bilingual.empty).location
    }
}
