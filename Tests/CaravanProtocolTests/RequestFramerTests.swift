import TestSupport
import Testing

@testable import CaravanProtocol

@Suite("Framing of requests")
struct RequestFramerTests {
    private func events(_ text: String, lineLimit: Int = 40, bodyLimit: Int = 10) -> [RequestEvent] {
        var framer = RequestFramer(lineLimit: lineLimit, bodyLimit: bodyLimit)
        return framer.feed(Array(text.utf8))
    }

    private func summary(_ events: [RequestEvent]) -> [String] {
        events.map { event in
            switch event {
            case .request(let line, let body):
                body.map { "\(line.text) <\(String(decoding: $0, as: UTF8.self))>" } ?? line.text
            case .fault(let fault, let error): "\(fault) \(error.code.rawValue)"
            }
        }
    }

    @Test("lines end with LF or CR LF, blank ones mean nothing, and several may come at once")
    func lines() {
        #expect(summary(events("PING\nweeks\r\n\n \t\r\nJOB 3\nQU")) == ["PING", "WEEKS", "JOB 3"])
    }

    @Test("a body of exactly the announced bytes follows its line")
    func body() {
        #expect(summary(events("LOAD bytes=5\na\nb\r\n\nPING\n")) == ["LOAD bytes=5 <a\nb\r\n>", "PING"])
        #expect(summary(events("LOAD bytes=0\n\nPING\n")) == ["LOAD bytes=0 <>", "PING"])
        #expect(summary(events("LOAD bytes=2\r\n{}\r\nPING\r\n")) == ["LOAD bytes=2 <{}>", "PING"])
        #expect(summary(events("LOAD bytes=2\n{}")) == [])
    }

    @Test("a line of the limit is taken, one byte more is refused and skipped")
    func lineLimit() {
        let full = "PING " + String(repeating: "x", count: 35)
        for end in ["\n", "\r\n"] {
            #expect(summary(events("\(full)\(end)PING\n")) == [full, "PING"])
            #expect(summary(events("\(full)x\(end)PING\n")) == ["oversizedLine too-large", "PING"])
        }
        let long = full + String(repeating: "y", count: 500)
        #expect(summary(events("\(long)\nPING\n")) == ["oversizedLine too-large", "PING"])
    }

    @Test("a body announced at the front of an oversized line is skipped with it")
    func oversizedLineWithBody() {
        let line = "LOAD bytes=5 " + String(repeating: "x", count: 90)
        #expect(summary(events("\(line)\nWEEKS\nPING\n")) == ["oversizedLine too-large", "PING"])
    }

    @Test("an oversized body is refused at once and skipped to the byte")
    func oversizedBody() {
        #expect(summary(events("LOAD bytes=11\n")) == ["oversizedBody too-large"])
        #expect(summary(events("LOAD bytes=11\nPING\nPING\nx\nPING\n")) == ["oversizedBody too-large", "PING"])
    }

    @Test("byte counts that nobody means are refused and nothing is taken off the stream")
    func announcements() {
        let cases = [
            ("-1", "usage"), ("x", "usage"), ("1.5", "usage"), ("+3", "usage"), ("\"\"", "usage"),
            ("99999999999999999999", "too-large"), ("1073741825", "too-large"),
        ]
        for (value, code) in cases {
            #expect(summary(events("LOAD bytes=\(value)\nPING\n")) == ["badAnnouncement \(code)", "PING"])
        }
    }

    @Test("a body of another length than announced is refused, with the rest of its line")
    func terminator() {
        #expect(summary(events("LOAD bytes=2\n{} DROP x\nPING\n")) == ["badTerminator usage", "PING"])
        #expect(summary(events("LOAD bytes=2\n{}\rx\nPING\n")) == ["badTerminator usage", "PING"])
    }

    @Test("a malformed line is refused and the body that it announces is skipped")
    func malformedLine() {
        #expect(summary(events("LOAD \"x bytes=5\nWEEKS\nPING\n")) == ["badLine usage", "PING"])
        #expect(summary(events("LOAD \"x bytes=oops\nPING\n")) == ["badLine usage", "PING"])
        var framer = RequestFramer(bodyLimit: 10)
        #expect(summary(framer.feed([0x50, 0xFF, 0x0A])) == ["badLine usage"])
    }

    private static let transcript = """
        PING\nLOAD bytes=7\n{"a":1}\nweeks\r
        LOAD bytes=30\n123456789012345678901234567890\nLOAD bytes=-4\nX "open\n\n \nLOAD bytes=3\nabcd\nDROP a
        LOAD bytes=2 \(String(repeating: "z", count: 80))\nhi\nPING\nLOAD bytes=0\n\nQUIT\n
        """

    @Test("the same requests come out whatever pieces the bytes come in")
    func chunks() {
        let bytes = Array(Self.transcript.utf8)
        let whole = summary(events(Self.transcript))
        #expect(whole.count == 12)
        var single = RequestFramer(lineLimit: 40, bodyLimit: 10)
        #expect(summary(bytes.flatMap { single.feed(CollectionOfOne($0)) }) == whole)
        var random = SeededGenerator(for: "framing in chunks")
        for _ in 0..<500 {
            var framer = RequestFramer(lineLimit: 40, bodyLimit: 10)
            let got = random.pieces(bytes, longest: 25).flatMap { framer.feed($0) }
            #expect(summary(got) == whole, "seed \(random.seed)")
        }
    }

    @Test("no bytes whatever stop it: after any garbage a line end and a command still come through")
    func garbage() {
        var random = SeededGenerator(for: "framing of garbage")
        let words = ["LOAD ", "bytes=", "7 ", "bytes=12 ", "bytes=-", "\"", "\\", "\n", "\r\n", "\t", "x", "白"].map {
            Array($0.utf8)
        }
        let pieces = words + [[0], [0xFF], [0xE7]]
        for _ in 0..<1000 {
            var framer = RequestFramer(lineLimit: 40, bodyLimit: 10)
            _ = framer.feed((0..<60).flatMap { _ in pieces.randomElement(using: &random) ?? [] })
            // No body that the noise can announce is longer than this.
            _ = framer.feed([UInt8](repeating: 0x0A, count: 20))
            #expect(summary(framer.feed(Array("\nPING\n".utf8))).last == "PING", "seed \(random.seed)")
        }
    }

    @Test("the limit of a body can depend on the verb and change on the way")
    func verbLimits() {
        var framer = RequestFramer { CommandTable.bodyLimit(of: $0) }
        let body = String(repeating: " ", count: 70_000)
        #expect(summary(framer.feed(Array("PING bytes=70000\n\(body)\n".utf8))) == ["oversizedBody too-large"])
        #expect(framer.feed(Array("LOAD bytes=70000\n\(body)\n".utf8)).count == 1)
        framer.bodyLimit = { _ in 4 }
        #expect(summary(framer.feed(Array("LOAD bytes=5\n".utf8))) == ["oversizedBody too-large"])
    }
}
