import CaravanCore
import CaravanLanguage
import CaravanProtocol
import Testing

@testable import CaravanClient

@Suite("Conversations")
struct ConversationTests {
    private func talk<Result>(
        greeting: String = "CARAVAN 1 test\n", token: String? = nil, _ script: @escaping ScriptedDaemon.Script,
        body: (Conversation) async throws -> Result
    ) async throws -> Result {
        try await ScriptedDaemon.run(greeting: greeting, script) { endpoint in
            try await Conversation.open(to: endpoint, token: token, body)
        }
    }

    @Test("records and the closing line come back, request after request on one connection")
    func replies() async throws {
        try await talk({ line, body in
            let size = JSON.int(body?.count ?? -1)
            return Reply.ok(["verb": line.verb], records: [["line": .string(line.text), "body": size]]).bytes
        }) { conversation in
            #expect(conversation.daemonVersion == "test")
            let ping = try await conversation.ask(RequestLine("PING"))
            #expect(ping == .ok(["verb": "PING"], records: [["line": "PING", "body": -1]]))
            let load = try await conversation.ask(RequestLine("LOAD"), body: Array("{\n}".utf8))
            #expect(load.records == [["line": "LOAD bytes=3", "body": 3]])
            let large = try await conversation.ask(RequestLine("LOAD"), body: [UInt8](repeating: 0x20, count: 1 << 20))
            #expect(large.records.first?["body"] == 1_048_576)
        }
    }

    @Test("stream lines are handed on as they come, a payload comes with the closing line")
    func streams() async throws {
        try await talk({ line, _ in
            if line.verb == "WATCH" {
                return ReplyWriter.stream(["seconds": 1]) + ReplyWriter.stream(["seconds": 2])
                    + Reply.ok(["job": "1"]).bytes
            }
            return Reply.ok(["as": "csv"], payload: Array("a,b\nOK\n".utf8)).bytes
        }) { conversation in
            var seen: [JSON] = []
            let end = try await conversation.ask(RequestLine("WATCH", ["1"])) { seen.append($0) }
            #expect(seen == [["seconds": 1], ["seconds": 2]])
            #expect(end.fields["job"] == "1")
            let export = try await conversation.ask(RequestLine("EXPORT", ["w"]))
            #expect(export.payload == Array("a,b\nOK\n".utf8))
        }
    }

    @Test("an ERR is thrown with its records, and the connection goes on")
    func refusals() async throws {
        let fault: JSON = ["path": "x", "message": "y"]
        let error = ProtocolError(.invalid, Verbatim("1 fault"), fields: ["faults": "1"])
        try await talk({ line, _ in
            line.verb == "PING" ? Reply.ok().bytes : Reply.failure(error, records: [fault]).bytes
        }) { conversation in
            await #expect(throws: ClientError.refused(error, records: [fault])) {
                try await conversation.ask(RequestLine("LOAD"), body: [])
            }
            let ping = try await conversation.ask(RequestLine("PING"))
            #expect(ping == .ok())
        }
    }

    @Test("the token goes out first; a wrong one ends the conversation")
    func tokens() async throws {
        let script: ScriptedDaemon.Script = { line, _ in
            if line.verb == "AUTH", line.arguments != ["s3cret=="] {
                return Reply.failure(ProtocolError(.denied, Verbatim("wrong token"))).bytes
            }
            return Reply.ok(["verb": line.verb]).bytes
        }
        let reply = try await talk(token: "s3cret==", script) { try await $0.ask(RequestLine("PING")) }
        #expect(reply == .ok(["verb": "PING"]))
        await #expect(throws: ClientError.refused(ProtocolError(.denied, Verbatim("wrong token")), records: [])) {
            try await talk(token: "guess", script) { _ in }
        }
    }

    @Test("a connection that ends in the middle of a reply is told")
    func closed() async throws {
        await #expect(throws: ClientError.closed) {
            try await talk({ _, _ in nil }) { _ = try await $0.ask(RequestLine("PING")) }
        }
    }

    @Test("somebody else behind the address is found out")
    func foreign() async throws {
        for greeting in ["HTTP/1.1 400 Bad Request\r\n", "CARAVAN 2 x\n", "OK\n"] {
            do {
                try await talk(greeting: greeting, { _, _ in [] }) { _ in }
                Issue.record("\(greeting) was accepted")
            } catch {
                guard case .foreign = error as? ClientError else {
                    Issue.record("\(error)")
                    continue
                }
            }
        }
    }

    @Test("nobody behind the address is told with the address")
    func unreachable() async throws {
        do {
            try await Conversation.open(to: .unix(path: "/nonexistent/caravan.sock")) { _ in }
            Issue.record("connected to nothing")
        } catch {
            guard case .unreachable(.unix(path: "/nonexistent/caravan.sock"), let reason) = error as? ClientError else {
                Issue.record("\(error)")
                return
            }
            #expect(!reason.isEmpty)
        }
    }
}
