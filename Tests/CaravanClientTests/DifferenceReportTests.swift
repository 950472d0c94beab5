import CaravanCore
import CaravanProtocol
import Testing

@testable import CaravanClient

@Suite("The report of differences")
struct DifferenceReportTests {
    private let reply = Reply.ok(
        ["week": "w", "from": "1", "to": "2", "added": "0", "dropped": "1", "changed": "1", "disruption": "130"],
        records: [
            ["request": "r1", "kind": "changed", "text": "r1: a → b, same venue", "textZh": "r1：a → b，场地不变"],
            ["request": "r2", "kind": "dropped", "text": "r2: dropped, was a, V", "textZh": "r2：取消，原为 a，V"],
        ])

    @Test("lines stand in groups, what was dropped first, and counts end it")
    func english() throws {
        let lines = try DifferenceReport(reply).text(Style()).split(separator: "\n").map(String.init)
        #expect(lines.prefix(4) == ["Dropped", "  r2: dropped, was a, V", "Changed", "  r1: a → b, same venue"])
        #expect(lines.last?.contains("0 added, 1 dropped, 1 changed") == true)
    }

    @Test("Chinese readers get the Chinese lines")
    func chinese() throws {
        let text = try DifferenceReport(reply).text(Style(language: .chinese))
        #expect(text.hasPrefix("取消\n  r2：取消，原为 a，V\n调整\n  r1：a → b，场地不变\n"))
    }
}
