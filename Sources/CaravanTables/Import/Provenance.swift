/// Which cell each part of the week document came from.
struct Provenance {
    private var rows: [String: (table: Table, numbers: [Int])] = [:]
    private var elements: [String: [(table: Table, place: CellPlace)]] = [:]
    private var fields: [String: CellPlace] = [:]

    /// Notes the rows of a list of the document, in the order of its items.
    mutating func note(list: String, of table: Table, rows numbers: [Int]) { rows[list] = (table, numbers) }

    /// Notes where an item of a list inside another came from, e.g. the next of `venues[3].closed`.
    mutating func note(element path: String, of table: Table, at place: CellPlace) {
        elements[path, default: []].append((table, place))
    }

    /// Notes where a field of the week itself came from.
    mutating func note(field path: String, at place: CellPlace) { fields[path] = place }

    /// The table and place that a path of the document came from; nil where no cell can be named.
    func place(of path: String, in tables: [Table: LoadedTable]) -> (table: Table, place: CellPlace)? {
        if let place = fields[path] ?? fields[Self.list(path)] { return (.week, place) }
        if let (holder, index) = Self.lastIndex(path), let found = elements[holder], found.indices.contains(index) {
            return found[index]
        }
        if let list = rows[path], let table = tables[list.table] {
            return (list.table, CellPlace(sheet: table.sheet.name))
        }
        guard let open = path.firstIndex(of: "["), let close = path[open...].firstIndex(of: "]"),
            let index = Int(path[path.index(after: open)..<close]), let list = rows[String(path[..<open])],
            list.numbers.indices.contains(index), let table = tables[list.table]
        else { return nil }
        let rest = path[path.index(after: close)...].drop { $0 == "." }
        let key = String(rest.prefix { $0 != "." && $0 != "[" })
        let row = list.numbers[index]
        if key == "population", let dot = rest.firstIndex(of: ".") {
            let audience = String(rest[rest.index(after: dot)...])
            let column = table.columns.populations.first { $0.audience == audience }?.column
            return (list.table, CellPlace(sheet: table.sheet.name, row: row, column: column))
        }
        return (list.table, table.place(key, in: row))
    }

    /// `audiences` of `audiences[2]`.
    private static func list(_ path: String) -> String { String(path.prefix { $0 != "[" }) }

    /// `venues[3].closed` and 5 of `venues[3].closed[5]`.
    private static func lastIndex(_ path: String) -> (holder: String, index: Int)? {
        guard path.hasSuffix("]"), let open = path.lastIndex(of: "["),
            let index = Int(path[path.index(after: open)...].dropLast())
        else { return nil }
        return (String(path[..<open]), index)
    }
}
