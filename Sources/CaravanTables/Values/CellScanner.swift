import CaravanLanguage

/// Takes a cell apart into terms and signs. A term stands in quotes where it holds signs itself, quotes doubled.
struct CellScanner {
    /// A term, and whether it was quoted.
    struct Term: Equatable {
        var text: String
        var isQuoted: Bool
    }

    /// Signs that end an item of a list; a new line within the cell does too.
    static let listSigns: Set<Character> = [",", ";", "，", "；", "、", "\n", "\r\n", "\r"]

    private let characters: [Character]
    private var at = 0

    init(_ text: String) { characters = Array(text) }

    /// Whether only spaces are left.
    mutating func isAtEnd() -> Bool {
        skipSpaces()
        return at == characters.count
    }

    private mutating func skipSpaces() {
        while at < characters.count, characters[at].isWhitespace, !characters[at].isNewline { at += 1 }
    }

    /// Takes a sign if one of these is next.
    mutating func accept(_ signs: Set<Character>) -> Character? {
        skipSpaces()
        guard at < characters.count, signs.contains(characters[at]) else { return nil }
        at += 1
        return characters[at - 1]
    }

    /// The next term: quoted, or up to a sign, spaces at its ends left out.
    /// - Throws: `CellProblem` for a quote that is not closed or has text behind it.
    mutating func term(upTo signs: Set<Character>) throws(CellProblem) -> Term {
        skipSpaces()
        if at < characters.count, characters[at] == "\"" { return try quoted(upTo: signs) }
        let start = at
        while at < characters.count, !signs.contains(characters[at]) { at += 1 }
        return Term(text: PlainText.trimmed(String(characters[start..<at])), isQuoted: false)
    }

    private mutating func quoted(upTo signs: Set<Character>) throws(CellProblem) -> Term {
        var text = ""
        at += 1
        while at < characters.count {
            defer { at += 1 }
            guard characters[at] == "\"" else {
                text.append(characters[at])
                continue
            }
            guard at + 1 < characters.count, characters[at + 1] == "\"" else {
                return Term(text: text, isQuoted: true)
            }
            text.append("\"")
            at += 1
        }
        throw CellProblem(
            CellFault.openQuote,
            CellRemedy.closeQuote)
    }

    /// A term as it can be read back among these signs.
    static func written(_ text: String, among signs: Set<Character>, isPlain: (String) -> Bool = { _ in true })
        -> String
    {
        let isBare =
            !text.isEmpty && !text.hasPrefix("\"") && PlainText.trimmed(text) == text && isPlain(text)
            && !text.contains { signs.contains($0) || $0.isNewline }
        return isBare ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
