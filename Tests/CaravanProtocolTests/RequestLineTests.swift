import TestSupport
import Testing

@testable import CaravanProtocol

@Suite("Request lines")
struct RequestLineTests {
    @Test("a line falls into verb, arguments and options")
    func parts() throws {
        let line = try RequestLine(parsing: "solve  baishan-2025\tlimit=30s wait=yes")
        #expect(line.verb == "SOLVE")
        #expect(line.arguments == ["baishan-2025"])
        #expect(line.options == [.init("limit", "30s"), .init("wait", "yes")])
        #expect(line["limit"] == "30s")
        #expect(line["gap"] == nil)
    }

    @Test("quoted values keep spaces, quotes, backslashes, line ends and tabs")
    func quotes() throws {
        let line = try RequestLine(parsing: #"X "a \"b\" \\ c\nd\te" key="白山 市" empty="""#)
        #expect(line.arguments == ["a \"b\" \\ c\nd\te"])
        #expect(line["key"] == "白山 市")
        #expect(line["empty"] == "")
    }

    @Test("a quoted word that holds = is a value, not an option")
    func quotedEquals() throws {
        #expect(try RequestLine(parsing: "AUTH \"abc==\"").arguments == ["abc=="])
        #expect(try RequestLine(parsing: "AUTH 1a=b").arguments == ["1a=b"])
    }

    @Test(
        "malformed lines are refused with code usage",
        arguments: [
            "X \"open", #"X "bad \q escape""#, #"X "end\"#, "X a\"b", "X \"a\"b", "\"X\"", "key=value", "X a=1 a=2",
        ])
    func malformed(text: String) {
        #expect { try RequestLine(parsing: text) } throws: { ($0 as? ProtocolError)?.code == .usage }
    }

    @Test("what is written reads back as the same line")
    func roundTrip() throws {
        let alphabet: [Character] = ["a", "Z", "0", " ", "\"", "\\", "\n", "\t", "=", "白", "é", "-", "+", "*"]
        var random = SeededGenerator(for: "request lines")
        for _ in 0..<2000 {
            func word() -> String {
                let count = Int.random(in: 0...8, using: &random)
                return String((0..<count).map { _ in alphabet.randomElement(using: &random) ?? "a" })
            }
            let arguments = (0..<Int.random(in: 0...3, using: &random)).map { _ in word() }
            let options = ["alpha", "b-2", "c_3"].prefix(Int.random(in: 0...3, using: &random))
                .map { RequestLine.Option($0, word()) }
            let line = RequestLine("VERB", arguments, options: Array(options))
            #expect(try RequestLine(parsing: line.text) == line, "seed \(random.seed): \(line.text)")
            #expect(!line.text.contains("\n"), "seed \(random.seed)")
        }
    }
}
