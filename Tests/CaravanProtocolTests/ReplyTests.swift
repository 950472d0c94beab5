import CaravanCore
import CaravanLanguage
import TestSupport
import Testing

@testable import CaravanProtocol

@Suite("Replies")
struct ReplyTests {
    private func text(_ reply: Reply) -> String { String(decoding: reply.bytes, as: UTF8.self) }

    @Test("records come first, then one closing line with its fields in order")
    func ok() {
        var fields: ReplyFields = ["week": "baishan-2025"]
        fields.set("requests", 350)
        fields.set("objective", 93580.123456789)
        fields.set("gap", 0.0000125)
        fields.set("bound", -Double.infinity)
        fields.set("title", "two words")
        let reply = Reply.ok(fields, records: [["week": "a b"], ["n": 1]])
        #expect(
            text(reply) == """
                + {"week":"a b"}
                + {"n":1}
                OK week=baishan-2025 requests=350 objective=93580.123456789 gap=0.0000125 title="two words"

                """)
    }

    @Test("what an error says in Chinese stands behind its message, quoted, and is read back")
    func chinese() throws {
        let text = Bilingual("a \"b\"\nc", "甲“\"乙\"”\n丙\\")
        let error = ProtocolError(.notFound, text, fields: ["job": "1"])
        let line = String(decoding: Reply.failure(error).bytes, as: UTF8.self)
        #expect(line == #"ERR not-found "a \"b\"\nc" messageZh="甲“\"乙\"”\n丙\\" job=1"# + "\n")
        #expect(try ReplyLine(parsing: String(line.dropLast())) == .failure(error))
        let plain = Reply.failure(ProtocolError(.notFound, Verbatim("x"))).bytes
        #expect(String(decoding: plain, as: UTF8.self) == "ERR not-found \"x\"\n")
    }

    @Test("an error is written with its code and its message in quotes")
    func failure() {
        let error = ProtocolError(.notFound, Verbatim("no week \"x\"\nhere"), fields: ["week": "x"])
        #expect(text(.failure(error)) == "ERR not-found \"no week \\\"x\\\"\\nhere\" week=x\n")
    }

    @Test("a payload follows the closing line that announces it")
    func payload() {
        let reply = Reply.ok(["as": "csv"], payload: Array("a,b\n".utf8))
        #expect(text(reply) == "OK as=csv bytes=4\na,b\n\n")
    }

    @Test("every code that the protocol pins exists, and no other")
    func codes() {
        let pinned = [
            "usage", "unknown-verb", "not-found", "exists", "conflict", "invalid", "infeasible", "too-large", "busy",
            "denied", "timeout", "internal",
        ]
        #expect(ErrorCode.allCases.map(\.rawValue) == pinned)
    }

    private func events(_ text: String, limit: Int = 1000) -> [ReplyEvent] {
        var framer = ReplyFramer(limit: limit)
        return framer.feed(Array(text.utf8))
    }

    @Test("what the daemon writes, the client reads, in whatever pieces it comes")
    func roundTrip() {
        let replies: [Reply] = [
            .ok(["week": "a", "title": "two \"words\""], records: [["a": 1], ["b": ["c": "白山"]]]),
            .failure(ProtocolError(.invalid, Verbatim("2 faults"), fields: ["faults": "2"]), records: [["path": "x"]]),
            .ok(["as": "csv", "bytes": "9"], payload: Array("OK\nERR x\n".utf8)),
            .ok(["as": "csv", "bytes": "0"], payload: []),
            .ok(),
        ]
        var bytes = ReplyWriter.greeting(programVersion: "0.1.0") + ReplyWriter.stream(["seconds": 0.5])
        var expected: [ReplyEvent] = [.greeting(programVersion: "0.1.0"), .stream(["seconds": 0.5])]
        for reply in replies {
            bytes += reply.bytes
            expected += reply.records.map { .record($0) } + [.closing(reply.closing)]
        }
        var single = ReplyFramer()
        #expect(bytes.flatMap { single.feed(CollectionOfOne($0)) } == expected)
        var random = SeededGenerator(for: "replies in chunks")
        for _ in 0..<200 {
            var framer = ReplyFramer()
            #expect(random.pieces(bytes, longest: 40).flatMap { framer.feed($0) } == expected, "seed \(random.seed)")
        }
    }

    @Test(
        "whoever does not speak the protocol is found out",
        arguments: [
            "HTTP/1.1 400 Bad Request\n", "OK\n", "CARAVAN 2 9.9\n", "CARAVAN 1 x\n+ {no json}\n",
            "CARAVAN 1 x\nOK bytes=-1\n", "CARAVAN 1 x\nOK bytes=2\nabc\n", "CARAVAN 1 x\nERR usage\n",
            "CARAVAN 1 x\nCARAVAN 1 x\n", "CARAVAN 1 x\nOK word\n", "CARAVAN 1 x\nOK bytes=1001\n",
        ])
    func foreign(text: String) {
        let events = events(text + "OK\n")
        guard case .broken = events.last else {
            Issue.record("\(events)")
            return
        }
    }

    @Test("a line beyond the limit is not kept")
    func longLine() {
        let events = events("CARAVAN 1 x\n+ \"" + String(repeating: "a", count: 2000))
        #expect(events.count == 2)
        guard case .broken(let error) = events.last else {
            Issue.record("\(events)")
            return
        }
        #expect(error.code == .tooLarge)
    }

    @Test("a code of a newer daemon still ends the reply")
    func newCode() {
        let last = events("CARAVAN 1 x\nERR brand-new \"why\"\n").last
        #expect(last == .closing(.failure(ProtocolError(.internal, Join.labelled("brand-new", "why")))))
    }
}
