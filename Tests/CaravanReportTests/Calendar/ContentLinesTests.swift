import TestSupport
import Testing

@testable import CaravanReport

@Suite("Lines of a calendar")
struct ContentLinesTests {
    @Test("no line is longer than 75 octets, no character is cut, and unfolding gives the text again")
    func folds() {
        var random = SeededGenerator(for: "folding")
        let letters: [Character] = ["a", " ", "é", "中", "😀", "·"]
        for _ in 0..<200 {
            let text = String((0..<random.index(below: 200)).map { _ in letters[random.index(below: letters.count)] })
            var lines = ContentLines()
            lines.text("SUMMARY", text)
            let pieces = lines.text.split(separator: "\r\n", omittingEmptySubsequences: false)
            #expect(pieces.last?.isEmpty == true)
            #expect(pieces.allSatisfy { $0.utf8.count <= 75 })
            #expect(lines.text.replacing("\r\n ", with: "") == "SUMMARY:\(text)\r\n")
        }
    }

    @Test("what would end a value is escaped, and control characters are left out")
    func escapes() {
        #expect(ContentLines.escaped("a;b,c\\d\ne\r\nf\u{7}") == "a\\;b\\,c\\\\d\\ne\\nf")
        var lines = ContentLines()
        lines.property("ORGANIZER", "mailto:x", ["CN": "Wang \"A\"; B\nBEGIN:VEVENT"])
        #expect(lines.text == "ORGANIZER;CN=\"Wang 'A'; B BEGIN:VEVENT\":mailto:x\r\n")
    }
}
