import CaravanLanguage

/// The unit that a heading names in brackets, as in `额度（万元）`.
enum HeadingUnit {
    /// What a number below the heading counts; nil where the brackets hold what is neither a unit of the column nor said
    /// of every column.
    static func ratio(in heading: String, of column: Column) -> UnitRatio? {
        guard let dimension = column.kind.dimension else { return .one }
        let known = Set(column.heading.both.flatMap(brackets)).union(remarks)
        let units = brackets(in: heading).filter { !known.contains($0) }
        guard let unit = units.first else { return .one }
        return units.count == 1 ? dimension.ratio(of: unit) : nil
    }

    /// What stands in brackets, in small letters, without blanks; empty brackets left out.
    static func brackets(in heading: String) -> [String] {
        var (found, current, depth) = ([String](), "", 0)
        for character in PlainText.narrowed(heading).lowercased() {
            switch character {
            case "(", "[", "【": depth += 1
            case ")", "]", "】":
                depth = max(0, depth - 1)
                if depth == 0 {
                    found.append(current)
                    current = ""
                }
            case " ", "*": break
            default: if depth > 0 { current.append(character) }
            }
        }
        return (found + [current]).filter { !$0.isEmpty }
    }

    private static let remarks: Set<String> = Set(["必填", "选填", "可选", "required", "optional", "needed"])
}
