import CaravanCore
import Testing

@testable import CaravanClient

@Suite("The report of a frontier")
struct FrontierReportTests {
    private let points: [JSON] = [
        ["kind": "frontier", "changes": 2, "objective": 1300.5, "bound": 1300.5, "gap": 0, "least": true],
        ["kind": "frontier", "changes": 3, "objective": 1210, "bound": 1200, "gap": 0.00826],
    ]

    @Test("a line a number of changes, with what it gains over the line before")
    func table() {
        let lines = FrontierReport(read(points)).text(Style()).split(separator: "\n").map(String.init)
        #expect(lines.first == "What each further change buys")
        #expect(lines.contains { $0.contains("1,300.5") && !$0.contains("90.5") })
        #expect(lines.last?.contains("90.5") == true && lines.last?.contains("0.8") == true)
    }

    @Test("in Chinese, too; and without records nothing")
    func chinese() {
        #expect(FrontierReport(read(points)).text(Style(language: .chinese)).contains("最多调整"))
        #expect(FrontierReport([]).text(Style()) == "")
    }
}
