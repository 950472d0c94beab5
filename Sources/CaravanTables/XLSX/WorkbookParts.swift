/// The relationships of a part: which other parts it uses (ECMA-376 part 2, 9.3).
final class Relationships: XMLPart {
    private var targets: [String: String] = [:]
    private var types: [(type: String, id: String)] = []

    func started(_ element: String, _ attributes: XMLAttributes) {
        guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            attributes["TargetMode"] != "External"
        else { return }
        targets[id] = target
        types.append((attributes["Type"] ?? "", id))
    }

    /// The path of a part by its relationship's identifier, for the part at `source`.
    func target(of id: String, from source: String) -> String? {
        guard let target = targets[id] else { return nil }
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var folders = source.split(separator: "/").dropLast()
        for step in target.split(separator: "/") {
            switch step {
            case ".": break
            case "..": folders = folders.dropLast()
            default: folders.append(step)
            }
        }
        return folders.joined(separator: "/")
    }

    /// The path of the first part of a type, known by how its name ends.
    func target(ofType suffix: String, from source: String) -> String? {
        types.first { $0.type.hasSuffix(suffix) }.flatMap { target(of: $0.id, from: source) }
    }
}

/// The sheets that a workbook lists (18.2).
final class SheetList: XMLPart {
    private(set) var sheets: [(name: String, relation: String)] = []
    /// Whether its dates count from 1904, as those of old Macs do.
    private(set) var countsFrom1904 = false

    func started(_ element: String, _ attributes: XMLAttributes) {
        switch element {
        case "workbookPr": countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"])
        case "sheet":
            let relation = attributes["r:id"] ?? attributes[prefixed: "id"]
            if let name = attributes["name"], let relation { sheets.append((name, relation)) }
        default: break
        }
    }
}
