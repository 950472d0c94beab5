import CaravanCore
import CaravanLanguage

extension ImportRun {
    /// Reads the tables whose rows are the items of a list, by the list's path.
    mutating func readLists() -> [String: JSON] {
        var lists: [String: JSON] = [:]
        for table in Table.allCases {
            guard let path = table.listPath, let loaded = tables[table] else { continue }
            provenance.note(list: path, of: table, rows: loaded.rows.map(\.number))
            var items: [JSON] = []
            for row in loaded.rows where !faults.isFull { items.append(.object(item(of: loaded, in: row))) }
            if !items.isEmpty { lists[path] = .array(items) }
        }
        return lists
    }

    private mutating func item(of loaded: LoadedTable, in row: SheetRow) -> JSONObject {
        var fields = JSONObject()
        for column in loaded.table.columns {
            if column.kind == .population {
                fields[column.key] = .object(population(loaded, row))
            } else {
                fields[column.key] = value(of: column, loaded, row)
            }
        }
        return fields
    }

    private mutating func value(of column: Column, _ loaded: LoadedTable, _ row: SheetRow) -> JSON? {
        guard let content = loaded.content(column.key, in: row) else { return Self.empty(column, loaded.table) }
        let value = reader.read(content, as: column.kind, unit: loaded.unit(column.key))
        // Without dates of the week no year can be added to a date; what is wrong with them has been said.
        for problem in value.problems where reader.calendar != nil || problem != DateProblem.yearMissing {
            faults.add(loaded.fault(at: loaded.place(column.key, in: row.number), problem))
        }
        return value.json
    }

    /// What an empty cell means: nothing, or an empty list where the document must have one.
    private static func empty(_ column: Column, _ table: Table) -> JSON? {
        switch (table, column.key) {
        case (.venues, "equipment"), (.requests, "needs"), (.targets, "per"), (.caps, "per"): []
        case (.experts, "skills"), (.mentors, "skills"), (.kits, "skills"): .object(JSONObject())
        default: nil
        }
    }

    private mutating func population(_ loaded: LoadedTable, _ row: SheetRow) -> JSONObject {
        var people = JSONObject()
        for (column, name) in loaded.columns.populations {
            guard let content = row[column] else { continue }
            let value = reader.read(content, as: .population, unit: loaded.columns.units[column] ?? .one)
            let place = CellPlace(sheet: loaded.sheet.name, row: row.number, column: column)
            for problem in value.problems { faults.add(loaded.fault(at: place, problem)) }
            if let audience = audience(name, loaded, column) { people[audience] = value.json }
        }
        return people
    }

    /// The audience that a heading names; the fault of an unknown one stands at the heading, once.
    private mutating func audience(_ name: String, _ loaded: LoadedTable, _ column: Int) -> String? {
        do throws(CellProblem) {
            return try reader.directories[.audience]?.resolve(name)
        } catch {
            let place = CellPlace(sheet: loaded.sheet.name, row: loaded.columns.headingRow, column: column)
            if !faults.has(place) { faults.add(loaded.fault(at: place, error)) }
            return nil
        }
    }

    /// Reads closures and absences: slot instances by the path of their list, e.g. `venues[3].closed`.
    mutating func readTimes() -> [String: [String]] {
        var times: [String: [String]] = [:]
        var paths: [String: String] = [:]
        for (table, field) in [(Table.venues, "closed"), (.experts, "away"), (.mentors, "away"), (.kits, "away")] {
            guard let loaded = tables[table] else { continue }
            for (position, row) in loaded.rows.enumerated() {
                let id = loaded.text("id", in: row)
                let key = table == .venues ? "venue " + id : "member " + id
                if paths[key] == nil { paths[key] = "\(table.rawValue)[\(position)].\(field)" }
            }
        }
        for (table, key) in [(Table.closures, "venue"), (.absences, "member")] {
            guard let loaded = tables[table] else { continue }
            for row in loaded.rows where !faults.isFull {
                let (id, instances) = time(in: row, loaded, key)
                guard let id, let path = paths["\(key) \(id)"] else { continue }
                // What goes far beyond all slots of the week is there many times, and is a fault of the week already.
                guard times[path, default: []].count <= 4 * SizeLimits.slotInstances else { continue }
                times[path, default: []] += instances
                for _ in instances {
                    provenance.note(element: path, of: table, at: loaded.place(nil, in: row.number))
                }
            }
        }
        return times
    }

    /// Whom a row of closures or absences is about, and the slot instances it names.
    private mutating func time(in row: SheetRow, _ loaded: LoadedTable, _ key: String) -> (String?, [String]) {
        var values: [String: JSON] = [:]
        for column in loaded.table.columns { values[column.key] = value(of: column, loaded, row) }
        if loaded.content(key, in: row) == nil {
            let place = loaded.place(key, in: row.number)
            faults.add(
                loaded.fault(
                    at: place,
                    CellProblem(CellFault.empty, CellRemedy.idOrName)))
        }
        guard let calendar = reader.calendar else { return (nil, []) }
        let slots = values["slots"]?.array?.compactMap(\.string) ?? calendar.slots
        let dates = span(values["from"], values["until"], calendar, row, loaded)
        return (values[key]?.string, dates.flatMap { date in slots.map { "\(date.text).\($0)" } })
    }

    /// The dates of the week from one to another; a range that lies outside altogether is a fault.
    private mutating func span(
        _ from: JSON?, _ until: JSON?, _ calendar: SlotText, _ row: SheetRow, _ loaded: LoadedTable
    ) -> [CivilDate] {
        guard loaded.content("from", in: row) != nil else {
            guard loaded.content("until", in: row) != nil else { return calendar.dates }
            let problem = CellProblem(
                CellFault.lastDateAlone,
                CellRemedy.firstDateToo)
            faults.add(loaded.fault(at: loaded.place("until", in: row.number), problem))
            return []
        }
        guard let first = from?.string.flatMap({ CivilDate($0) }) else { return [] }
        let last = until?.string.flatMap { CivilDate($0) } ?? first
        if last.dayNumber < first.dayNumber {
            let problem = CellProblem(
                CellFault.beforeFirstDate, CellRemedy.swapDates)
            faults.add(loaded.fault(at: loaded.place("until", in: row.number), problem))
            return []
        }
        let dates = calendar.dates.filter { (first.dayNumber...last.dayNumber).contains($0.dayNumber) }
        if dates.isEmpty {
            faults.add(loaded.fault(at: loaded.place("from", in: row.number), calendar.outside(first)))
        }
        return dates
    }

    /// Puts slot instances into the item that a path such as `venues[3].closed` names.
    func attach(_ path: String, _ instances: [String], to lists: inout [String: JSON]) {
        guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"),
            let index = Int(path[path.index(after: open)..<close])
        else { return }
        let list = String(path[..<open])
        let field = String(path[path.index(close, offsetBy: 2)...])
        guard case .array(var items)? = lists[list], items.indices.contains(index), var item = items[index].object
        else { return }
        lists[list] = nil
        item[field] = .strings(instances)
        items[index] = .object(item)
        lists[list] = .array(items)
    }
}
