import CaravanCore
import CaravanLanguage
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Files of the console` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/CaravanWeb/Console").standardizedFileURL

    @Test func `every file of the console is served as it is, with its type`() async throws {
        let types = [
            "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8",
            "css": "text/css; charset=utf-8", "svg": "image/svg+xml",
        ]
        try await WebServer.with { server in
            for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) {
                let answer = try await server.open("GET", name == "console.html" ? "/" : "/\(name)")
                #expect(answer.status == 200, "\(name)")
                #expect(answer.headers["Content-Type"].first == types[URL(filePath: name).pathExtension], "\(name)")
                let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
                #expect(await answer.rest() == text, "\(name)")
            }
        }
    }

    @Test func `browsers are told how to guard the page, and to ask whether a file has changed`() async throws {
        try await WebServer.with { server in
            let page = try await server.open("GET", "/")
            #expect(page.headers["Content-Security-Policy"].first?.contains("frame-ancestors 'none'") == true)
            #expect(page.headers["X-Content-Type-Options"] == ["nosniff"])
            #expect(page.headers["Referrer-Policy"] == ["no-referrer"])
            #expect(page.headers["Cache-Control"] == ["no-cache"])
            let tag = try #require(page.headers["ETag"].first)
            let again = try await server.open("GET", "/", [("If-None-Match", "\"other\", \(tag)")])
            #expect(again.status == 304)
            #expect(await again.rest() == "")
            #expect(try await server.open("GET", "/", [("If-None-Match", "\"other\"")]).status == 200)
        }
    }

    @Test(arguments: Language.allCases) func `the texts of the console are there in each language`(
        language: Language
    ) async throws {
        try await WebServer.with { server in
            let answer = try await server.open("GET", "/catalogue/\(language.rawValue).json")
            #expect(answer.headers["Content-Type"] == ["application/json; charset=utf-8"])
            let texts = try JSON(parsing: await answer.rest())
            for (key, text) in Catalogue.console { #expect(texts[key]?.string == text[language]) }
        }
    }

    @Test func `a head has what the file has, without the file`() async throws {
        try await WebServer.with { server in
            let (page, head) = (try await server.open("GET", "/"), try await server.open("HEAD", "/"))
            #expect(head.status == 200)
            for name in ["Content-Length", "Content-Type", "ETag"] { #expect(head.headers[name] == page.headers[name]) }
            #expect(await head.rest() == "")
        }
    }

    @Test func `what is not there and what is not meant so is refused clearly`() async throws {
        try await WebServer.with { server in
            for path in ["/nothing", "/console.html", "/../Package.swift", "/catalogue/fr.json", "/api", "/api/other"] {
                let answer = try await server.open("GET", path)
                #expect(answer.status == 404, "\(path)")
                #expect(await answer.rest().hasPrefix("ERR not-found "))
            }
            let posted = try await server.open("POST", "/", body: "x")
            #expect(posted.status == 405 && posted.headers["Allow"] == ["GET, HEAD"])
            let got = try await server.open("GET", "/api/command")
            #expect(got.status == 405 && got.headers["Allow"] == ["POST"])
            #expect(try await server.open("OPTIONS", "/api/command").status == 405, "no preflight is granted")
        }
    }
}
