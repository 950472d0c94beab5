import CaravanLanguage

/// Which cell styles show a number as a date or a time (ECMA-376 part 1, 18.8.30).
final class NumberStyles: XMLPart {
    private var dateFormats: Set<Int> = NumberStyles.builtIn
    private var isDate: [Bool] = []
    private var isInCells = false
    private(set) var failure: WorkbookFailure?

    /// Formats of cells, or of numbers, that a workbook may have: Excel allows 65,490 and some 250.
    private static let most = 65_536

    /// Built-in formats of dates and times, those of Chinese spreadsheets among them.
    private static let builtIn = Set(Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))

    func started(_ element: String, _ attributes: XMLAttributes) {
        switch element {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap(Int.init), let code = attributes["formatCode"] else { return }
            if Self.showsDate(code) { dateFormats.insert(id) } else { dateFormats.remove(id) }
        case "cellXfs": isInCells = true
        case "xf" where isInCells:
            isDate.append(attributes["numFmtId"].flatMap(Int.init).map(dateFormats.contains) ?? false)
        default: break
        }
        if max(isDate.count, dateFormats.count) > Self.most { failure = .tooMuch(FileFault.tooManyStyles(Self.most)) }
    }

    func ended(_ element: String) { if element == "cellXfs" { isInCells = false } }

    /// Whether cells of a style hold dates or times.
    func showsDate(style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

    /// Whether a format shows years, months, days, hours, minutes or seconds; quoted texts, colours and escaped characters
    /// apart.
    static func showsDate(_ code: String) -> Bool {
        var (isQuoted, isBracketed, isEscaped) = (false, false, false)
        let code = code.lowercased()
        for character in code where code != "general" {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if isBracketed {
                isBracketed = character != "]"
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": isBracketed = true
                case "\\", "_", "*": isEscaped = true
                case "y", "m", "d", "h", "s": return true
                default: break
                }
            }
        }
        return false
    }
}
