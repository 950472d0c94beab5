import CaravanLanguage

/// Lists in a cell: `power, projector` or `投影仪、网络`.
enum ListText {
    private static let none: Set<String> = Set(Word.nothing.bilingual.both)

    /// The items; `none` or `无` says that the list is there and empty.
    static func items(_ text: String) throws(CellProblem) -> [String] {
        var scanner = CellScanner(text)
        var items: [String] = []
        var isFirstBare = false
        while !scanner.isAtEnd() {
            if scanner.accept(CellScanner.listSigns) != nil { continue }
            let term = try scanner.term(upTo: CellScanner.listSigns)
            if items.isEmpty { isFirstBare = !term.isQuoted }
            items.append(term.text)
            if !scanner.isAtEnd(), scanner.accept(CellScanner.listSigns) == nil { throw behindQuote }
        }
        if items.count == 1, isFirstBare, none.contains(items[0].lowercased()) { return [] }
        return items
    }

    /// Text that follows a quoted term without a sign between.
    static let behindQuote = CellProblem(
        CellFault.behindQuote,
        CellRemedy.commas)

    /// The list as it can be read back.
    static func text(_ items: [String], _ language: Language) -> String {
        if items.isEmpty { return Word.nothing[language] }
        return items.map { item in
            CellScanner.written(item, among: CellScanner.listSigns) { !none.contains($0.lowercased()) }
        }.joined(separator: ListWord.comma[language])
    }
}
