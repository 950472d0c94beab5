import Foundation
import TestSupport
import Testing

@Suite("Demo")
struct DemoTests {
    private func demo(in room: URL, limit: String) throws -> ProgramResult {
        try run(
            SharedMaterial.repositoryFile("samples/demo.sh").path, [Products.directory.path],
            environment: Products.environment.merging(["DEMO_LIMIT": limit, "TMPDIR": room.path]) { $1 })
    }

    private func expectNothingLeft(_ room: URL) throws {
        #expect(try FileManager.default.contentsOfDirectory(atPath: room.path) == [])
        #expect(!Products.anyProcess(names: room.path))
    }

    @Test("shows the whole path on Baishan, and leaves nothing behind")
    func runsThrough() throws {
        let room = try Products.makeRoom()
        defer { try? FileManager.default.removeItem(at: room) }
        let result = try demo(in: room, limit: "8s")
        #expect(result.status == 0, "\(result.errorText)")
        for heading in ["Timetable", "Coverage", "Not held, and why", "Money", "Objective"] {
            #expect(result.text.contains("\n== \(heading) ==\n"))
        }
        for county in ["浑江区", "江源区", "抚松县", "靖宇县", "长白朝鲜族自治县", "临江市"] {
            #expect(result.text.contains("\n\(county)  sessions: "))
        }
        let sections = result.text.components(separatedBy: "\n== ")
        let unheld = try #require(sections.first { $0.hasPrefix("Not held") })
        #expect(unheld.contains("giant-screen-1") && unheld.contains("the largest holds 100"))
        let objective = try #require(sections.first { $0.hasPrefix("Objective") })
        for term in ["unserved requests", "target shortfalls", "travel", "objective", "bound", "gap"] {
            #expect(objective.contains("\n\(term) "))
        }
        #expect(result.errorText.contains("objective"), "progress is told on standard error")
        try expectNothingLeft(room)
    }

    @Test("a command that fails ends it with a status, and leaves nothing behind")
    func fails() throws {
        let room = try Products.makeRoom()
        defer { try? FileManager.default.removeItem(at: room) }
        let result = try demo(in: room, limit: "soon")
        #expect(result.status == 1)
        #expect(result.errorText.contains("limit must be a duration"))
        try expectNothingLeft(room)
    }

    @Test("ended from outside in the middle of the solve, it leaves nothing behind")
    func interrupted() throws {
        let room = try Products.makeRoom()
        defer { try? FileManager.default.removeItem(at: room) }
        let process = Process()
        process.executableURL = SharedMaterial.repositoryFile("samples/demo.sh")
        process.arguments = [Products.directory.path]
        process.environment = ProcessInfo.processInfo.environment.merging(Products.environment) { $1 }
            .merging(["DEMO_LIMIT": "10m", "TMPDIR": room.path]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var seen = ""
        while !seen.contains("$ caravan solve") {
            let piece = output.fileHandleForReading.availableData
            if piece.isEmpty { break }
            seen += String(decoding: piece, as: UTF8.self)
        }
        #expect(seen.contains("$ caravan solve"))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 143)
        try expectNothingLeft(room)
    }
}
