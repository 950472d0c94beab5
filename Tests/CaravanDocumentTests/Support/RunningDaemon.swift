import CaravanCore
import Foundation
import TestSupport

/// The real `caravand`, on a socket and a store of its own, and the real `caravan` beside it.
final class RunningDaemon {
    /// It ended, or did not answer in half a minute.
    struct DidNotStart: Error, CustomStringConvertible {
        let description: String
    }

    /// Its folder, which is removed in the end.
    let room: URL
    private var process = Process()

    var socket: String { room.appendingPathComponent("socket").path }
    var log: String { (try? String(contentsOf: room.appendingPathComponent("log"), encoding: .utf8)) ?? "" }

    init() throws {
        room = try Products.makeRoom()
        try start()
    }

    deinit {
        if process.isRunning {
            process.terminate()
            process.waitUntilExit()
        }
        try? FileManager.default.removeItem(at: room)
    }

    /// Starts it, and waits until it answers.
    func start() throws {
        let logFile = room.appendingPathComponent("log")
        try Data().write(to: logFile)
        process = Process()
        process.executableURL = URL(fileURLWithPath: Products.daemon)
        process.arguments = ["--socket", socket, "--store", room.appendingPathComponent("store.sqlite").path]
        process.environment = ProcessInfo.processInfo.environment.merging(Products.environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: logFile)
        try process.run()
        for _ in 0..<600 where process.isRunning {
            if try caravan("ping").status == 0 { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw DidNotStart(description: "caravand does not answer: \(log)")
    }

    /// Stops it by SIGTERM; its exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Ends it without warning, as a power failure would.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Runs the client.
    func caravan(
        _ arguments: String..., stdin: String = "", environment: [String: String] = [:]
    ) throws -> ProgramResult {
        try run(
            Products.client, arguments, stdin: Data(stdin.utf8),
            environment: Products.environment.merging(["CARAVAN_SOCKET": socket]) { $1 }.merging(environment) { $1 },
            directory: room)
    }

    /// Writes a file into the folder; its path.
    func file(_ name: String, _ content: String) throws -> String {
        let url = room.appendingPathComponent(name)
        try Data(content.utf8).write(to: url)
        return url.path
    }
}

extension ProgramResult {
    /// The lines that `--json` writes, the closing line last.
    var json: [JSON] {
        get throws { try text.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) } }
    }
}
