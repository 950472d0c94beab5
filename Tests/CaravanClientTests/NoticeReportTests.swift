import CaravanCore
import CaravanProtocol
import Testing

@testable import CaravanClient

@Suite("Messages to members")
struct NoticeReportTests {
    private let reply = Reply.ok(
        ["week": "w", "from": "1", "to": "2", "members": "2"],
        records: [
            ["member": "e1", "message": "Li: what changes\n- New: a talk, far away", "messageZh": "李：变动如下\n1. 新增：讲座"],
            ["member": "e2", "message": "Wang: what changes\n- Cancelled: a talk", "messageZh": "王：变动如下\n1. 取消：讲座"],
        ])

    @Test("they stand one after the other as they can be sent, and a count ends them")
    func english() throws {
        let text = try NoticeReport(reply).text(Style())
        #expect(
            text == """
                Li: what changes
                - New: a talk, far away

                Wang: what changes
                - Cancelled: a talk

                to be told: 2

                """)
    }

    @Test("Chinese readers get the Chinese messages")
    func chinese() throws {
        let text = try NoticeReport(reply).text(Style(language: .chinese))
        #expect(text.hasPrefix("李：变动如下\n1. 新增：讲座\n\n王："))
        #expect(text.hasSuffix("\n\n需通知 2 方\n"))
    }

    @Test("on a terminal long lines are broken between words, and go on indented")
    func wrapped() {
        #expect("one two three four five".wrapped(to: 14, indent: 2) == "one two three\n  four five")
        #expect("short".wrapped(to: 14) == "short")
        #expect("one two three four five".wrapped(to: nil) == "one two three four five")
        for line in "- Other time: Talk (r1), now Sun 25 May instead of Sat 24 May".wrapped(to: 20, indent: 2)
            .split(separator: "\n")
        {
            #expect(displayWidth(line) <= 20)
        }
    }

    @Test("Chinese is broken between any two characters, but never before a closing mark")
    func wrappedChinese() {
        let text = "时间调整：讲座，由五月改到六月，地点不变（礼堂）"
        let lines = text.wrapped(to: 18, indent: 2).split(separator: "\n").map(String.init)
        #expect(lines.joined().filter { $0 != " " } == text)
        #expect(lines.allSatisfy { displayWidth($0) <= 20 })
        #expect(lines.allSatisfy { !"，。：）".contains($0.first { $0 != " " } ?? " ") })
    }
}
