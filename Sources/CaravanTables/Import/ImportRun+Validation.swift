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
            if faults.has(place) || isKnown(fault, loaded, place) { continue }
            let wording = ValidatorWording(fault, location)
            faults.add(loaded.fault(at: place, CellProblem(wording.problem, wording.remedy)))
        }
        // What has no cell is said by its path, unless a missing sheet or column has been reported instead.
        guard faults.faults.isEmpty else { return }
        for fault in rest.isEmpty ? found : rest {
            let wording = ValidatorWording(fault, location)
            faults.add(
                TableFault(CellPlace(sheet: fault.path), problem: wording.problem, remedy: wording.remedy))
        }
    }

    /// Whether a fault only follows from another one that has been reported.
    private func isKnown(_ fault: Fault, _ loaded: LoadedTable, _ place: CellPlace) -> Bool {
        if fault.message.hasPrefix("unknown ") { return true }
        guard fault.message == "missing", place.column == nil else { return false }
        return !loaded.columns.faults.isEmpty
    }

    /// The place of a path in words, for faults that name another item.
    func location(of path: String) -> Bilingual {
        guard let (_, place) = provenance.place(of: path, in: tables) else { return path.bilingual }
        return TableFault(CellPlace(sheet: place.sheet, row: place.row), problem: Bilingual.empty).location
    }
}
