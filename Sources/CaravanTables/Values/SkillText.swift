import CaravanCore
import CaravanLanguage

/// Skills with their levels: `space=3; ai=2`. A skill without a level has level 1.
enum SkillText {
    private static let levelSigns: Set<Character> = ["=", ":", "＝", "："]
    private static let signs = CellScanner.listSigns.union(levelSigns)

    /// The skills as an object of the week document.
    static func skills(_ text: String) throws(CellProblem) -> JSONObject {
        var scanner = CellScanner(text)
        var skills = JSONObject()
        while !scanner.isAtEnd() {
            if scanner.accept(CellScanner.listSigns) != nil { continue }
            let skill = try scanner.term(upTo: signs).text
            var level = 1.0
            if scanner.accept(levelSigns) != nil {
                let term = try scanner.term(upTo: CellScanner.listSigns).text
                guard let number = NumberReader.number(term) else { throw badLevel(skill, term) }
                level = number
            }
            if !scanner.isAtEnd(), scanner.accept(CellScanner.listSigns) == nil { throw ListText.behindQuote }
            guard skills[skill] == nil else { throw twice(skill) }
            skills[skill] = .number(level)
        }
        return skills
    }

    /// The skills as they can be read back.
    static func text(_ skills: JSONObject, _ language: Language) -> String {
        skills.fields.map { skill, level in
            CellScanner.written(skill, among: signs) + "=" + plainDecimal(level.number ?? 0)
        }.joined(separator: ListWord.semicolon[language])
    }

    private static func badLevel(_ skill: String, _ term: String) -> CellProblem {
        CellProblem(
            CellFault.skillLevel(skill, term),
            CellRemedy.skillLevel(skill))
    }

    private static func twice(_ skill: String) -> CellProblem {
        CellProblem(
            CellFault.skillTwice(skill),
            CellRemedy.keepOne)
    }
}
