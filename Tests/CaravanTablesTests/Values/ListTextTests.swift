import CaravanCore
import CaravanLanguage
import TestSupport
import Testing

@testable import CaravanTables

@Suite("Lists, skills, needs and conditions in a cell")
struct ListTextTests {
    @Test(
        "Any sign a planner uses separates items", arguments: ["a,b", "a; b", "a、b", "a，b", "a；b", "a\nb", " a , b ,"])
    func signs(_ text: String) throws { #expect(try ListText.items(text) == ["a", "b"]) }

    @Test("Quotes keep signs; none is an empty list")
    func quotes() throws {
        #expect(try ListText.items(#""a, b"、c"#) == ["a, b", "c"])
        #expect(try ListText.items(#""say ""hi""""#) == [#"say "hi""#])
        #expect(try ListText.items("无") == [])
        #expect(try ListText.items("\"none\"") == ["none"])
        #expect(throws: CellProblem.self) { try ListText.items("\"open") }
        #expect(throws: CellProblem.self) { try ListText.items("\"a\" b") }
    }

    @Test(
        "A need as a planner types it",
        arguments: [
            "experts:blueberry>=3 x2", "专家:blueberry≥3 ×2", "expert：blueberry >= 3 x 2", "Experts: blueberry>=3×2",
        ])
    func need(_ text: String) throws {
        let needs = try NeedText.needs(text)
        #expect(needs == [["pool": "experts", "skill": "blueberry", "level": 3, "count": 2]])
    }

    @Test("Level and number are 1 unless said")
    func needDefaults() throws {
        #expect(
            try NeedText.needs("辅导员:编程；kits:VR x3") == [
                ["pool": "mentors", "skill": "编程", "level": 1, "count": 1],
                ["pool": "kits", "skill": "VR", "level": 1, "count": 3],
            ])
    }

    @Test(
        "A need that cannot be read says how one is written",
        arguments: ["blueberry", "teachers:x", "experts:", "experts:a>=much", "experts:\"a\" b"])
    func badNeed(_ text: String) {
        #expect(throws: CellProblem.self) { try NeedText.needs(text) }
    }

    @Test("Skills with and without level")
    func skills() throws {
        #expect(try SkillText.skills("space=3; ai：2、vr") == JSONObject([("space", 3), ("ai", 2), ("vr", 1)]))
        #expect(throws: CellProblem.self) { try SkillText.skills("a=1; a=2") }
        #expect(throws: CellProblem.self) { try SkillText.skills("a=good") }
    }

    @Test("Whatever texts there are, what is written is read back")
    func anyTexts() throws {
        var random = SeededGenerator(for: "texts in lists")
        for _ in 0..<600 {
            let language: Language = random.chance(0.5) ? .english : .chinese
            let texts = (0..<random.index(below: 5)).map { _ in StrangeText.make(&random) }
            #expect(try ListText.items(ListText.text(texts, language)) == texts)
            let skills = JSONObject(texts.map { ($0, JSON.int(1 + random.index(below: 5))) })
            #expect(try SkillText.skills(SkillText.text(skills, language)) == skills)
            let needs: [JSON] = texts.map {
                [
                    "pool": .string(Pool.allCases[random.index(below: 3)].rawValue), "skill": .string($0),
                    "level": .int(1 + random.index(below: 5)), "count": .int(1 + random.index(below: 3)),
                ]
            }
            #expect(try NeedText.needs(NeedText.text(needs, language)) == needs)
            let clauses = JSONObject([("topic", JSON.strings(texts)), ("format", JSON.strings(texts.reversed()))])
            let read = try ClauseText.clauses(ClauseText.text(clauses, language))
            #expect(read.map(\.values) == [texts, texts.reversed()])
        }
    }
}

/// Texts that tables must not trip over.
enum StrangeText {
    private static let pieces = [
        "a", "蓝莓", ",", ";", "、", "；", "=", ":", "：", ">=", "≥", " x2", "×3", "\"", "'", "none", "无", "1,200", "5月29日",
        "+",
        "@", "-", " ", ".", "~", "2025-05-24", "&", "<b>", "_x0041_", "\n", "é",
    ]

    /// A text of one to four pieces, without spaces at its ends.
    static func make(_ random: inout SeededGenerator) -> String {
        while true {
            let text = (0...random.index(below: 4)).map { _ in pieces[random.index(below: pieces.count)] }.joined()
            if !text.isEmpty, text.first?.isWhitespace == false, text.last?.isWhitespace == false { return text }
        }
    }
}
