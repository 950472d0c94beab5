import CaravanCore
import CaravanProtocol
import Testing

@testable import CaravanClient

@Suite("Reports of studies")
struct StudyReportTests {
    private func text(
        _ line: String, _ records: [JSON], _ style: Style, fields: ReplyFields = [:]
    ) throws -> String {
        let command = try CaravanCommand.parseAsRoot(line.split(separator: " ").map(String.init))
        return try #require(command as? any DaemonCommand).text(.ok(fields, records: records), style)
    }

    private let losses: [JSON] = [
        [
            "resource": "e1", "name": "Li", "pool": "experts", "number": 1, "sessions": 1, "delta": 25, "deltaLow": 0,
            "deltaHigh": 80, "lost": ["r1"], "coverage": [["township": "t1", "sessions": -1, "attendance": -50]],
            "audiences": [["audience": "youth", "sessions": -1, "attendance": -50]],
        ],
        [
            "resource": "e2", "name": "Wang", "pool": "experts", "number": 2, "sessions": 4, "delta": 100,
            "deltaLow": 10, "deltaHigh": 180, "lost": [], "coverage": [], "audiences": [],
        ],
        [
            "resource": "e3", "name": "Zhao", "pool": "experts", "number": 3, "sessions": 1,
            "error": ["code": "infeasible", "message": "pin of r7"],
        ],
        ["request": "r1", "start": "2025-05-24.am", "member": "e1", "choices": 2, "substitute": "e2", "points": 1.5],
    ]

    @Test("losses stand worst first whatever the order in which they came, with bars in proportion")
    func critical() throws {
        let lines = try text("critical w --standby", losses, Style()).split(separator: "\n").map(String.init)
        #expect(lines[1].hasPrefix("e3") && lines[1].contains("pin of r7"))
        #expect(lines[2].hasPrefix("e2") && lines[2].contains(String(repeating: "█", count: Bar.width)))
        #expect(lines[3].contains(" █████ ") && lines[3].contains("0.0…+80.0") && lines[3].contains("t1 -1"))
        #expect(lines.contains { $0.contains("r1") && $0.contains("e2") && $0.contains("1.5") })
        let chinese = try text("critical w --standby", losses, Style(language: .chinese))
        #expect(chinese.contains("资源") && chinese.contains("替补人员") && chinese.contains("青少年 -1"))
    }

    @Test("a curve shows each limit and what goes first")
    func curve() throws {
        let records: [JSON] = [
            ["limit": 20000, "objective": 50, "bound": 40, "held": 10, "attendance": 500, "reached": 4, "lost": []],
            ["limit": 10000, "objective": 90, "bound": 80, "held": 5, "attendance": 250, "reached": 3, "lost": ["r1"]],
            ["request": "r1", "title": "Stars", "value": 40, "goesAt": 10000],
        ]
        let lines = try text("curve w f --from 20000 --to 10000", records, Style()).split(separator: "\n").map(
            String.init)
        #expect(lines[1].contains("20,000") && lines[1].contains(String(repeating: "█", count: 20)))
        #expect(lines[2].contains(" ██████████ ") && lines[2].contains("r1"))
        #expect(lines.last?.contains("Stars") == true && lines.contains("What goes first as the fund shrinks"))
    }

    @Test("worth is told in the language of the output, with what it promises")
    func worth() throws {
        let record: JSON = [
            "kind": "fund", "unit": "1000 yuan", "points": 12.5, "text": "1,000 yuan more", "textZh": "增加 1000 元",
        ]
        let english = try text("worth w", [record], Style(), fields: ["dualBound": "1234.5"])
        #expect(english.contains("1,000 yuan more") && english.contains("1,234.5"))
        #expect(try text("worth w", [record], Style(language: .chinese)).contains("增加 1000 元"))
    }

    @Test("scenarios stand in the order of the file, errors with their reason")
    func whatif() throws {
        let records: [JSON] = [
            ["name": "base", "number": 0, "objective": 100, "delta": 0, "sign": "same", "held": 2],
            ["name": "b", "number": 2, "error": ["code": "invalid", "message": "edit 0: no fund x"]],
            [
                "name": "a", "number": 1, "objective": 90, "delta": -10, "deltaLow": -20, "deltaHigh": 0,
                "sign": "undecided", "held": 3,
            ],
        ]
        let lines = try text("whatif w f", records, Style()).split(separator: "\n").map(String.init)
        #expect(lines.dropFirst().map { $0.prefix(1) } == ["b", "a", "b"])
        #expect(lines[2].contains("-20.0…0.0") && lines[3].contains("edit 0: no fund x"))
    }

    @Test("bars show small values and leave nothing out")
    func bars() {
        #expect(Bar.text(0, of: 10) == "" && Bar.text(5, of: 0) == "" && Bar.text(0.001, of: 10) == "▏")
        #expect(Bar.text(10, of: 10).count == Bar.width && Bar.text(99, of: 10).count == Bar.width)
        #expect(Bar.text(.infinity, of: 10) == "")
    }
}
