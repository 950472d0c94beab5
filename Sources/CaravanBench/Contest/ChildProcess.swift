import Foundation

/// A program run to its end, or to a deadline.
struct ChildProcess {
    /// What it wrote to standard output.
    let output: String
    /// The last line it wrote to its error stream.
    let complaint: String
    /// Its exit status.
    let status: Int32
    /// Whether the deadline ended it.
    let isKilled: Bool
    /// How long it took, seconds.
    let seconds: Double

    /// Runs a program with all that it starts itself under `timeout` of coreutils.
    /// - Throws: What Foundation throws if the program cannot be started.
    init(_ program: String, _ arguments: [String], deadline: Double) throws {
        let room = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: room) }
        let files = ["out", "errors"].map { room.appendingPathComponent($0) }
        for file in files { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // Interrupted first, so that Python programs remove the models they wrote.
        process.arguments =
            ["timeout", "--signal=INT", "--kill-after=5", String(deadline), program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        let began = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        seconds = (ContinuousClock.now - began) / .seconds(1)
        status = process.terminationStatus
        // 124: ended at the deadline; 137: it had to be killed.
        isKilled = [124, 137].contains(status) && seconds >= deadline
        output = String(decoding: try Data(contentsOf: files[0]), as: UTF8.self)
        complaint =
            String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
            .split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    }
}
