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

    /// Connects and goes, on the socket and wherever else the program listens, until it is told to end.
    private func hammer(_ targets: [TestClient.Target]) -> Task<Void, Never> {
        Task {
            await withTaskGroup(of: Void.self) { group in
                for target in targets + targets {
                    group.addTask {
                        while !Task.isCancelled {
                            guard let client = try? await TestClient.connect(target) else { continue }
                            await client.close()
                        }
                    }
                }
            }
        }
    }

    @Test("SIGTERM ends the program in order while clients connect without pause, time after time")
    func terminatesUnderLoad() async throws {
        for round in 0..<8 {
            let port = 20_000 + Int(getpid() % 20_000) + round * 2
            let (process, _) = try await launch([
                "--socket", socket, "--listen", ":\(port)", "--web", ":\(port + 1)",
            ])
            let clients = hammer([.unix(socket), .tcp(port: port), .tcp(port: port + 1)])
            try await Task.sleep(for: .milliseconds(50))
            process.terminate()
            #expect(try await end(of: process) == 0)
            clients.cancel()
            await clients.value
        }
        try FileManager.default.removeItem(at: folder)
    }

    @Test("a start that fails after its socket is bound ends with a clear error while clients connect to it")
    func failsInOrder() async throws {
        try await TestServer.with {
            $0.listen = .init(host: "127.0.0.1", port: 0)
        } _: { other in
            let port = try #require(other.endpoints.port)
            for _ in 0..<5 {
                let clients = hammer([.unix(socket)])
                let result = try run(
                    program?.path ?? "",
                    [
                        "--socket", socket, "--store", folder.appending(path: "store.sqlite").path,
                        "--web", "127.0.0.1:\(port)",
                    ])
                #expect(result.status == 1)
                #expect(result.errorText.contains("cannot listen on 127.0.0.1:\(port)"), "\(result.errorText)")
                #expect(!FileManager.default.fileExists(atPath: socket))
                clients.cancel()
                await clients.value
            }
        }
        try FileManager.default.removeItem(at: folder)
    }

    @Test("SIGHUP reads the token anew and never ends the program; a file that cannot be used leaves the token")
    func hangsUp() async throws {
        let token = folder.appending(path: "token")
        func write(_ text: String) throws {
            try Data(text.utf8).write(to: token)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: token.path)
        }
        func isAccepted(_ token: String) async throws -> Bool {
            let client = try await TestClient.connect(.unix(socket))
            _ = try await client.line()
            defer { Task { await client.close() } }
            return try await client.ask("AUTH \(token)").last == "OK"
        }
        try write("first\n")
        let (process, client) = try await launch([
            "--socket", socket, "--token-file", token.path, "--token-on-socket", "--log-level", "trace",
        ])
        #expect(try await client.ask("AUTH first") == ["OK"])
        try write("second\n")
        kill(process.processIdentifier, SIGHUP)
        while try await !isAccepted("second") { try await Task.sleep(for: .milliseconds(20)) }
        #expect(try await client.ask("WEEKS") == ["OK weeks=0"], "who was let in stays")
        try write("no\ntoken\n")
        kill(process.processIdentifier, SIGHUP)
        try await Task.sleep(for: .milliseconds(200))
        #expect(try await isAccepted("second"))
        process.terminate()
        #expect(try await end(of: process) == 0)
        try FileManager.default.removeItem(at: folder)
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
