import CaravanCore
import CaravanLanguage

/// The `where` of a target or cap: `format=hands-on, contest; county=Hunjiang`.
enum ClauseText {
    private static let equals: Set<Character> = ["=", "＝"]
    private static let ends: Set<Character> = [";", "；", "\n", "\r\n"]
    private static let commas: Set<Character> = [",", "，", "、"]
    private static let signs = equals.union(ends).union(commas)

    /// One key with the values that it may have.
    typealias Clause = (key: GroupingKey, values: [String])

    /// The clauses, values as they stand there.
    static func clauses(_ text: String) throws(CellProblem) -> [Clause] {
        var scanner = CellScanner(text)
        var clauses: [Clause] = []
        while !scanner.isAtEnd() {
            if scanner.accept(ends) != nil { continue }
            let word = try scanner.term(upTo: signs).text
            guard scanner.accept(equals) != nil else { throw malformed(word) }
            guard let key = KeyWords.key(word) else { throw unknownKey(word) }
            guard !clauses.contains(where: { $0.key == key }) else { throw twice(word) }
            clauses.append((key, try values(&scanner)))
        }
        return clauses
    }

    private static func values(_ scanner: inout CellScanner) throws(CellProblem) -> [String] {
        var values: [String] = []
        while !scanner.isAtEnd(), scanner.accept(ends) == nil {
            if scanner.accept(commas) != nil { continue }
            values.append(try scanner.term(upTo: signs).text)
            if scanner.accept(equals) != nil { throw malformed(values.last ?? "") }
        }
        return values
    }

    /// The clauses as they can be read back.
    static func text(_ clauses: JSONObject, _ language: Language) -> String {
        clauses.fields.map { name, values in
            let key = GroupingKey(rawValue: name).map { KeyWords.wording($0)[language] } ?? name
            let items = (values.array ?? []).compactMap(\.string).map { CellScanner.written($0, among: signs) }
            return key + "=" + items.joined(separator: ListWord.comma[language])
        }.joined(separator: ListWord.semicolon[language])
    }

    private static let remedy = CellRemedy.condition

    private static func malformed(_ word: String) -> CellProblem {
        CellProblem(CellFault.condition(word), remedy)
    }

    static func unknownKey(_ word: String) -> CellProblem {
        CellProblem(
            CellFault.unknownKey(word),
            CellRemedy.keys)
    }

    private static func twice(_ word: String) -> CellProblem {
        CellProblem(
            CellFault.keyTwice(word),
            CellRemedy.valuesBehindOne)
    }
}
