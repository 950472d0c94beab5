import CaravanProtocol
import Testing

@testable import CaravanClient

@Suite("Tables")
struct TextTableTests {
    private let table = TextTable(
        [.init("名称"), .init("people", .trailing), .init("place")],
        [["人参栽培讲座", "60", "fs-fusong"], ["AI", "1,200", "浑江区红旗街道"], ["机器人 robots", "9", ""]])

    /// Column at which the second cell ends and the third begins, by display width.
    private func offset(of part: String, in line: String) -> Int? {
        line.range(of: part).map { displayWidth(line[..<$0.lowerBound]) }
    }

    @Test("columns start at the same place whatever the width of their characters")
    func alignment() {
        let lines = table.lines(Style())
        #expect(lines.count == 4)
        #expect(offset(of: "place", in: lines[0]) == offset(of: "fs-fusong", in: lines[1]))
        #expect(offset(of: "place", in: lines[0]) == offset(of: "浑江区", in: lines[2]))
        #expect(offset(of: "people", in: lines[0]).map { $0 + 4 } == offset(of: "60", in: lines[1]))
        #expect(lines[3] == "机器人 robots       9\n")
    }

    @Test("no line is wider than the terminal as long as the texts can give way")
    func width() {
        for width in 26...60 {
            for line in table.lines(Style(width: width)) {
                #expect(displayWidth(line.dropLast()) <= width, "width \(width): \(line)")
            }
        }
        #expect(table.lines(Style(width: 30))[2].contains("1,200"))
        #expect(table.lines(Style()).joined().contains("浑江区红旗街道"))
        for line in table.lines(Style(width: 34), indent: 4) { #expect(displayWidth(line.dropLast()) <= 34) }
    }

    @Test("a sentence in the last column is never cut, and leaves room for itself")
    func sentences() {
        let reason = "no venue in the township holds so many people"
        let table = TextTable(
            [.init("request"), .init("title"), .init("reason", fit: .whole)],
            [["giant-screen", "Films in the open air, with a talk before them", reason]])
        let line = table.lines(Style(width: 60))[1]
        #expect(line.hasSuffix("  \(reason)\n"))
        #expect(line.hasPrefix("giant-screen") && line.contains("…"))
        #expect(displayWidth(line.dropLast()) == 60 - 30 + displayWidth(reason))
        #expect(table.lines(Style())[1].contains("a talk before them"))
    }

    @Test("colours do not disturb the alignment and stay away where there is no terminal")
    func colours() {
        let plain = table.lines(Style())
        let coloured = table.lines(Style(isColoured: true))
        #expect(StyleMark.written(coloured[0]) == "\u{1B}[1m" + plain[0].dropLast() + "\u{1B}[0m\n")
        #expect(coloured.dropFirst() == plain.dropFirst())
        #expect(!plain.joined().contains("\u{1B}"))
    }

    @Test("a line end inside a cell does not break its row")
    func lineEnds() {
        #expect(TextTable([.init("a")], [["x\ny"]]).lines(Style())[1] == "x y\n")
    }

    @Test("columns that no record fills are left out")
    func emptyColumns() {
        var week = WeekListing()
        (week.week, week.requests) = ("w", 1200)
        let columns: [RecordColumn<WeekListing>] = [
            .text(.week) { $0.week }, .text(.title) { $0.title }, .count(.requests) { $0.requests },
        ]
        let text = recordTable([week], columns, Style())
        #expect(text == "week  requests\nw        1,200\n")
        #expect(recordTable([], columns, Style(language: .chinese)) == "无\n")
    }
}
