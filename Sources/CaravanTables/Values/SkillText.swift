import CaravanCore

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
                guard let number = NumberText.number(term) else { throw badLevel(skill, term) }
                level = number
            }
            if !scanner.isAtEnd(), scanner.accept(CellScanner.listSigns) == nil { throw ListText.behindQuote }
            guard skills[skill] == nil else { throw twice(skill) }
            skills[skill] = .number(level)
        }
        return skills
    }

    /// The skills as they can be read back.
    static func text(_ skills: JSONObject, _ language: SheetLanguage) -> String {
        skills.fields.map { skill, level in
            CellScanner.written(skill, among: signs) + "=" + plainDecimal(level.number ?? 0)
        }.joined(separator: language == .chinese ? "；" : "; ")
    }

    private static func badLevel(_ skill: String, _ term: String) -> CellProblem {
        CellProblem(
            Wording("the level of \(skill) is no number: \(term)", "“\(skill)”的等级不是数字：\(term)"),
            Wording("write \(skill)=3, with a level from 1 to 5", "请写成 \(skill)=3，等级为 1 至 5"))
    }

    private static func twice(_ skill: String) -> CellProblem {
        CellProblem(
            Wording("the skill \(skill) stands there twice", "技能“\(skill)”写了两次"),
            Wording("keep one of them", "请只保留一个"))
    }
}
