import CaravanCore
import CaravanLanguage
import Testing

@testable import CaravanClient

@Suite("The report on one request")
struct ExplanationReportTests {
    private let record: JSON = [
        "request": "r1", "title": "Robots", "held": false, "code": "venue-taken", "value": 300,
        "reason": "the venues of North Town that fit are taken in every slot, e.g. r2 at 2025-05-24.am",
        "reasonZh": "北镇合适的场地在可行时段都被占用，例如2025-05-24.am的r2", "options": 40,
        "rules": [["rule": "H1", "ruledOut": 30], ["rule": "H3", "ruledOut": 10]],
        "nearest": [
            [
                "start": "2025-05-24.am", "township": "north", "venue": "v1",
                "blocked": [["rule": "H3", "text": "Old Hall (v1) holds r2 then", "textZh": "老礼堂（v1）此时安排了r2"]],
            ]
        ],
        "remedies": [
            [
                "text": "drop r2 (value 200): then 2025-05-24.am at v1 in north, objective -100",
                "textZh": "取消r2（分值200）：即可安排",
            ]
        ],
    ]

    @Test("it has all parts and fits the terminal", arguments: [Language.english, .chinese])
    func fits(_ language: Language) {
        let style = Style(language: language, width: 60)
        let lines = ExplanationReport(read(record)).text(style).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { displayWidth($0) <= 60 }, "\(lines)")
        let text = lines.joined(separator: " ")
        let parts =
            language == .english
            ? ["r1  Robots  not held", "of 40", "venue is free", "holds r2 then", "1. drop r2"]
            : ["未安排", "共 40 个", "场地空闲", "此时安排了r2", "1. 取消r2"]
        for part in parts { #expect(text.contains(part), "\(part)") }
        #expect(text.contains(String(repeating: "█", count: 18)) && !text.contains(String(repeating: "█", count: 19)))
    }

    @Test("a held request shows where else it could be; parts that are missing leave no headings")
    func held() {
        let held: JSON = [
            "request": "r1", "held": true, "reason": "it is held at 2025-05-24.am in north, venue v1",
            "alternatives": [["start": "2025-05-25.am", "township": "north", "venue": "v1", "delta": 4]],
        ]
        let text = ExplanationReport(read(held)).text(Style())
        #expect(text.contains("Other places for it") && text.contains("+4.0") && !text.contains("ruled out"))
        #expect(!ExplanationReport(read(["request": "x"])).text(Style()).contains("in the way"))
    }

    @Test("contradictions are a line each")
    func contradictions() {
        let records: [JSON] = [
            ["kind": "pin", "rule": "H11", "text": "pin of r1", "textZh": "r1的锁定"],
            ["kind": "other", "text": "something", "textZh": "其他"],
        ]
        let text = ExplanationReport.contradictions(read(records), Style(language: .chinese))
        #expect(text.contains("H11  r1的锁定") && text.contains("  其他"))
    }

    @Test("paragraphs break at spaces and between Chinese characters, and marks stay with what they follow")
    func paragraphs() {
        let english = Style(width: 24).paragraph("one two three four five six", indent: 2, mark: "- ")
        #expect(english == "  - one two three four\n    five six\n")
        let chinese = Style(language: .chinese, width: 24).paragraph("一二三四五六七八九十，甲乙丙丁")
        #expect(chinese == "一二三四五六七八九十，甲\n乙丙丁\n" || chinese == "一二三四五六七八九十，\n甲乙丙丁\n")
        let long = "as it is, however long it may be: nothing breaks"
        #expect(Style().paragraph(long) == long + "\n")
    }
}
