import CaravanCore
import CaravanLanguage

/// What a session needs, as a planner types it: `experts:blueberry>=3 x2; mentors:coding`. Level and number are 1 unless
/// said; `专家:蓝莓≥3 ×2` is the same.
enum NeedText {
    private static let poolSigns: Set<Character> = [":", "："]
    private static let levelSigns: Set<Character> = [">", "≥", "＞"]
    private static let signs = CellScanner.listSigns.union(levelSigns)

    /// The needs as a list of the week document.
    static func needs(_ text: String) throws(CellProblem) -> [JSON] {
        var scanner = CellScanner(text)
        var needs: [JSON] = []
        while !scanner.isAtEnd() {
            if scanner.accept(CellScanner.listSigns) != nil { continue }
            needs.append(try need(&scanner))
            if !scanner.isAtEnd(), scanner.accept(CellScanner.listSigns) == nil { throw ListText.behindQuote }
        }
        return needs
    }

    private static func need(_ scanner: inout CellScanner) throws(CellProblem) -> JSON {
        let word = try scanner.term(upTo: signs.union(poolSigns)).text
        guard scanner.accept(poolSigns) != nil else { throw malformed(word) }
        guard let pool = PoolWords.pool(word) else { throw unknownPool(word) }
        let skill = try scanner.term(upTo: signs)
        var (name, level, count) = (skill.text, 1.0, 1.0)
        if scanner.accept(levelSigns) != nil {
            _ = scanner.accept(["=", "＝"])
            let tail = try scanner.term(upTo: CellScanner.listSigns).text
            let (number, times) = split(tail)
            guard let value = NumberReader.number(number) else { throw malformed(word + ":" + name + ">=" + tail) }
            level = value
            count = times ?? 1
        } else if skill.isQuoted {
            let tail = try scanner.term(upTo: CellScanner.listSigns).text
            let (rest, times) = split(tail)
            guard rest.isEmpty else { throw malformed(word + ":" + name + tail) }
            count = times ?? 1
        } else {
            let (rest, times) = split(name)
            name = rest
            count = times ?? 1
        }
        guard !name.isEmpty else { throw malformed(word + ":") }
        return [
            "pool": .string(pool.rawValue), "skill": .string(name), "level": .number(level), "count": .number(count),
        ]
    }

    /// What stands before `x2` or `×2` at the end of a text, and the number.
    private static func split(_ text: String) -> (rest: String, count: Double?) {
        guard let sign = text.lastIndex(where: { "x×X*".contains($0) }),
            sign == text.startIndex || text[text.index(before: sign)].isWhitespace || text[sign] == "×",
            let count = NumberReader.number(String(text[text.index(after: sign)...]))
        else { return (text, nil) }
        return (PlainText.trimmed(String(text[..<sign])), count)
    }

    /// The needs as they can be read back.
    static func text(_ needs: [JSON], _ language: Language) -> String {
        needs.map { need in
            let pool = need["pool"]?.string.flatMap(Pool.init(rawValue:)).map { PoolWords.wording($0)[language] } ?? ""
            let skill = CellScanner.written(need["skill"]?.string ?? "", among: signs) { split($0).count == nil }
            let (level, count) = (need["level"]?.number ?? 1, need["count"]?.number ?? 1)
            return "\(pool):\(skill)>=\(plainDecimal(level))" + (count == 1 ? "" : " x\(plainDecimal(count))")
        }.joined(separator: ListWord.semicolon[language])
    }

    private static let remedy = CellRemedy.need

    private static func malformed(_ text: String) -> CellProblem {
        CellProblem(CellFault.need(text), remedy)
    }

    private static func unknownPool(_ word: String) -> CellProblem {
        CellProblem(
            CellFault.unknownPool(word),
            CellRemedy.pools)
    }
}

/// The pools' names in both languages.
enum PoolWords {
    static func wording(_ pool: Pool) -> KnownWord {
        switch pool {
        case .experts: KnownWord.experts
        case .mentors: KnownWord.mentors
        case .kits: KnownWord.kits
        }
    }

    static func pool(_ word: String) -> Pool? {
        let key = PlainText.key(word)
        return Pool.allCases.first { pool in
            wording(pool).bilingual.both.contains(key) || String(pool.rawValue.dropLast()) == key
        }
    }
}
