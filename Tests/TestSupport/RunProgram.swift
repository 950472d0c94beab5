import Foundation

/// What a program left behind.
public struct ProgramResult: Sendable {
    /// Exit status; the signal's number where one ended it.
    public let status: Int32
    /// Bytes of its output.
    public let stdout: Data
    /// Bytes of its error stream.
    public let stderr: Data

    /// Its output as text.
    public var text: String { String(decoding: stdout, as: UTF8.self) }
    /// Its error stream as text.
    public var errorText: String { String(decoding: stderr, as: UTF8.self) }
}

/// Runs a program to its end and collects what it says. Its streams are files, so that neither side can block the other.
/// - Parameters:
///   - executable: Path of the program, or its name along `PATH`.
///   - arguments: Its arguments.
///   - stdin: What it reads.
///   - environment: Variables besides those of this process.
///   - directory: Its working directory; this process's unless given.
/// - Throws: What Foundation throws if the program cannot be started.
public func run(
    _ executable: String, _ arguments: [String], stdin: Data = Data(), environment: [String: String] = [:],
    directory: URL? = nil
) throws -> ProgramResult {
    let room = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: room) }
    let (input, output, errors) = (
        room.appendingPathComponent("in"), room.appendingPathComponent("out"), room.appendingPathComponent("err")
    )
    try stdin.write(to: input)
    try Data().write(to: output)
    try Data().write(to: errors)

    let path = executable.contains("/") ? executable : SharedMaterial.executable(executable) ?? executable
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
        .merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }.merging(environment) { $1 }
    if let directory { process.currentDirectoryURL = directory }
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return ProgramResult(
        status: process.terminationStatus, stdout: try Data(contentsOf: output), stderr: try Data(contentsOf: errors))
}
