import CaravanCore

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
            let wording = ValidatorWording(fault, self)
            faults.add(loaded.fault(at: place, CellProblem(wording.problem, wording.remedy)))
        }
        // What has no cell is said by its path, unless a missing sheet or column has been reported instead.
        guard faults.faults.isEmpty else { return }
        for fault in rest.isEmpty ? found : rest {
            let wording = ValidatorWording(fault, self)
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
    func location(of path: String) -> Wording {
        guard let (_, place) = provenance.place(of: path, in: tables) else { return Wording(path, path) }
        let fault = TableFault(
            CellPlace(sheet: place.sheet, row: place.row), problem: Wording("", ""), remedy: Wording("", ""))
        return Wording(fault.location(.english), fault.location(.chinese))
    }
}

/// What the validator says of a document, as it is said of a spreadsheet.
struct ValidatorWording {
    let problem: Wording
    let remedy: Wording

    init(_ fault: Fault, _ run: ImportRun) {
        let message = fault.message
        if let fixed = Self.fixed[message] {
            (problem, remedy) = (fixed.problem, fixed.remedy)
            return
        }
        let (head, tail) = Self.split(message)
        if message.hasPrefix("duplicate id "), let comma = message.range(of: ", also ") {
            let id = String(message[..<comma.lowerBound].dropFirst("duplicate id ".count))
            let path = String(message[comma.upperBound...])
            let other = run.location(of: path + ".id")
            problem = Wording("the id \(id) is taken: \(other.english)", "编号 \(id) 已用于 \(other.chinese)")
            remedy = Wording("choose another one", "请换一个编号")
        } else if message.hasPrefix("outside ") {
            let range = head.dropFirst("outside ".count).replacing("..", with: "–")
            problem = Wording("outside \(range)", "超出范围 \(range)")
            remedy = Wording("write a number from \(range)", "请填 \(range) 之间的数")
        } else if let known = Self.headed.first(where: { head.hasPrefix($0.head) }) {
            problem = Wording(known.problem.english, known.problem.chinese + (known.showsRest ? "：\(tail)" : ""))
            remedy = known.remedy
        } else {
            problem = Wording(message, message)
            remedy = Wording("", "")
        }
    }

    private static func split(_ message: String) -> (head: String, tail: String) {
        guard let colon = message.range(of: ": ") else { return (message, "") }
        return (String(message[..<colon.lowerBound]), String(message[colon.upperBound...]))
    }
}
