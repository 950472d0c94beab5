import Foundation
import TestSupport
import Testing

/// The `caravand` that was built beside these tests.
private let program: URL? = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let here = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
    return [tests, here].map { $0.deletingLastPathComponent().appending(path: "caravand") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }
}()

@Suite(
    "The caravand program", .enabled(if: program != nil, "caravand is not built beside the tests"),
    .timeLimit(.minutes(1)))
struct ProgramTests {
    let folder: URL
    let socket: String

    init() throws {
        folder = try TestServer.makeFolder()
        socket = folder.appending(path: "s").path
    }

    /// Starts the program and waits until it greets.
    private func launch(environment: [String: String] = [:], _ arguments: [String]) async throws -> (
        Process, TestClient
    ) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments + ["--store", folder.appending(path: "store.sqlite").path]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardError = FileHandle.nullDevice
        try process.run()
        while true {
            if let client = try? await TestClient.connect(.unix(socket)), (try? await client.line()) != nil {
                return (process, client)
            }
            try #require(process.isRunning)
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func end(of process: Process) async throws -> Int32 {
        while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        return process.terminationStatus
    }

    @Test("SIGTERM keeps the plan of a running job, answers who waits for it, and ends the program in order")
    func terminates() async throws {
        let (process, client) = try await launch(["--socket", socket])
        _ = try await client.ask("LOAD", body: Sample.week(requests: 1))
        let second = try await TestClient.connect(.unix(socket))
        _ = try await second.line()
        try await client.send("SOLVE tiny wait=yes work=1000000000000\n")
        while try await !second.ask("STATUS").contains(where: { $0.contains("running=1") }) {
            // A week this small may be solved before anybody looks.
            if try await second.ask("PLANS tiny").count > 1 { break }
        }
        process.terminate()
        let answer = try await client.line()
        #expect(answer.hasPrefix("OK job=1 version=1 "), "\(answer)")
        #expect(try await end(of: process) == 0)
        #expect(!FileManager.default.fileExists(atPath: socket))
        let (again, reader) = try await launch(environment: ["CARAVAN_SOCKET": socket], [])
        #expect(try await reader.ask("PLANS tiny").last == "OK week=tiny plans=1")
        again.terminate()
        #expect(try await end(of: again) == 0)
        try FileManager.default.removeItem(at: folder)
    }

    @Test("a killed program leaves a store and a socket that the next one takes over")
    func survivesKill() async throws {
        let (process, client) = try await launch(["--socket", socket])
        #expect(try await client.ask("LOAD", body: Sample.week()).last?.hasPrefix("OK") == true)
        kill(process.processIdentifier, SIGKILL)
        _ = try await end(of: process)
        #expect(FileManager.default.fileExists(atPath: socket))
        let (again, reader) = try await launch(["--socket", socket])
        #expect(try await reader.ask("WEEKS").last == "OK weeks=1")
        again.terminate()
        _ = try await end(of: again)
        try FileManager.default.removeItem(at: folder)
    }

    @Test("a backup that the disk has no room for leaves nothing, and one that is there holds everything")
    func backsUp() async throws {
        let (process, client) = try await launch(["--socket", socket])
        #expect(try await client.ask("LOAD", body: Sample.week(requests: 100)).last?.hasPrefix("OK") == true)
        process.terminate()
        _ = try await end(of: process)
        let (store, backup) = (
            folder.appending(path: "store.sqlite").path, folder.appending(path: "backup.sqlite").path
        )
        let command = #"exec "$0" --store "$1" --backup-to "$2""#
        let limited = try run("/bin/sh", ["-c", "ulimit -f 16; " + command, program?.path ?? "", store, backup])
        #expect(limited.status == 1)
        #expect(limited.errorText.contains("the store f"), "\(limited.errorText)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.contains("backup") })
        let whole = try run("/bin/sh", ["-c", command, program?.path ?? "", store, backup])
        #expect(whole.status == 0 && whole.errorText.isEmpty)
        #expect(FileManager.default.fileExists(atPath: backup))
        try FileManager.default.removeItem(at: folder)
    }

    @Test("bad arguments are refused with what to do")
    func refuses() throws {
        let path = program?.path ?? ""
        let store = folder.appending(path: "store.sqlite").path
        let cases: [(arguments: [String], says: String)] = [
            (["--store", store], "CARAVAN_SOCKET"),
            (["--store", store, "--socket", socket, "--jobs", "0"], "--jobs"),
            (["--store", store, "--socket", socket, "--listen", "nowhere"], "HOST:PORT"),
            (["--store", store, "--socket", socket, "--token-file", "/nonexistent"], "token"),
            (["--socket", socket], "--store"),
        ]
        for (arguments, says) in cases {
            let result = try run(path, arguments, environment: ["CARAVAN_SOCKET": ""])
            #expect(result.status != 0)
            #expect(result.errorText.contains(says), "\(arguments): \(result.errorText)")
        }
        let unopened = try run(path, ["--store", "/nonexistent/store", "--socket", socket])
        #expect(unopened.status == 1)
        #expect(unopened.errorText.contains("/nonexistent/store"))
        try FileManager.default.removeItem(at: folder)
    }
}
