/// The relationships of a part: which other parts it uses (ECMA-376 part 2, 9.3).
final class Relationships: XMLPart {
    private var targets: [String: String] = [:]
    private var types: [(type: String, id: String)] = []

    func started(_ element: String, _ attributes: [String: String]) {
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

    func started(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
        case "sheet":
            let relation = attributes["r:id"] ?? attributes.first { $0.key.hasSuffix(":id") }?.value
            if let name = attributes["name"], let relation { sheets.append((name, relation)) }
        default: break
        }
    }
}

/// The texts that cells share (18.4): runs are joined, phonetic hints left out.
final class SharedTexts: XMLPart {
    private(set) var texts: [String] = []
    private var current = ""
    private var isText = false
    private var isHint = false

    func started(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "si": current = ""
        case "rPh": isHint = true
        case "t": isText = !isHint
        default: break
        }
    }

    func found(_ text: String) { if isText { current += text } }

    func ended(_ element: String) {
        switch element {
        case "t": isText = false
        case "rPh": isHint = false
        case "si": texts.append(EscapedText.decoded(current))
        default: break
        }
    }
}

/// `_x000D_` in a text stands for a character that XML cannot hold (22.9.2.19); an underscore that only looks like the
/// beginning of such a code is written as one.
enum EscapedText {
    static func decoded(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(UnicodeScalar.init).map { String(Character($0)) } ?? String(match.0)
        }
    }

    /// The text with such underscores written as codes; libxlsxwriter does the same for control characters.
    static func encoded(_ text: String) -> String {
        text.contains("_x") ? text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_") : text
    }
}
