import CaravanLanguage
import CaravanTables
import Testing

@Suite("Conversations about workbooks", .timeLimit(.minutes(1)))
struct WorkbookConversationTests {
    private func workbook(_ client: TestClient, _ lang: String) async throws -> [UInt8] {
        let line = try #require(try await client.ask("WEEK tiny as=xlsx lang=\(lang)").last)
        #expect(line.hasPrefix("OK week=tiny revision="))
        let count = try #require(line.split(separator: "bytes=").last.flatMap { Int($0) })
        return try await client.bytes(count)
    }

    private func load(_ client: TestClient, _ options: String, _ body: [UInt8]) async throws -> [String] {
        try await client.send(Array("LOAD as=xlsx \(options) bytes=\(body.count)\n".utf8) + body + Array("\n".utf8))
        return try await client.reply()
    }

    @Test("a week goes out as a workbook and comes back as the same week", arguments: ["zh", "en"])
    func roundTrip(lang: String) async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            let sent = try await workbook(client, lang)
            #expect(try await load(client, "name=周.xlsx", sent).last?.hasPrefix("ERR exists ") == true)
            #expect(try await load(client, "replace=yes", sent) == ["OK week=tiny requests=2 revision=2 ignored=0"])
            let document = try await client.ask("WEEK tiny").first
            #expect(document?.contains("\"requests\":[{\"id\":\"r1\"") == true)
            let again = try await workbook(client, lang)
            #expect(try await load(client, "replace=yes", again).last?.hasPrefix("OK week=tiny requests=2 ") == true)
            #expect(try await client.ask("WEEK tiny").first == document)
        }
    }

    @Test("what is no workbook is refused by its name in both languages, and nothing is stored")
    func noWorkbook() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let reply = try await load(client, "name=周.xlsx", Array("id,name\n".utf8))
            #expect(reply.first?.contains("\"message\":\"周.xlsx is no XLSX workbook") == true)
            #expect(reply.first?.contains("\"messageZh\":\"周.xlsx 不是 XLSX 工作簿") == true)
            #expect(
                reply.last?.hasPrefix("ERR invalid \"the workbook is invalid, nothing was changed (1 fault): ")
                    == true)
            #expect(try await client.ask("WEEKS") == ["OK weeks=0"])
        }
    }

    @Test("the template alone lacks what a week must have, told by sheet in both languages")
    func emptyWorkbook() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let bytes = try SheetFiles.workbook(WeekSheets.template(.chinese))
            let reply = try await load(client, "", bytes)
            #expect(reply.count > 1)
            for record in reply.dropLast() {
                #expect(record.contains("\"pathZh\":\"") && record.contains("\"messageZh\":\""), "\(record)")
            }
            #expect(reply.last?.hasPrefix("ERR invalid ") == true)
            #expect(try await client.ask("WEEKS") == ["OK weeks=0"])
        }
    }
}
