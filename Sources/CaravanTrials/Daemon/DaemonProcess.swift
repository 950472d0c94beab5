import CaravanProtocol
import Foundation

/// A `caravand` with a folder, a store and a socket of its own, started, killed and started again.
final class DaemonProcess: @unchecked Sendable {
    // `@unchecked Sendable`: what changes is written by the one thread that starts and ends the daemon; other threads
    // read addresses and the process number, which do not change while they run.

    /// What its life ended with.
    enum Ending: Sendable, Equatable {
        /// It returned this status.
        case exit(Int32)
        /// This signal ended it.
        case signal(Int32)
    }

    /// Its folder: store, socket, log.
    let room: URL
    /// Further arguments for the next start.
    var arguments: [String] = []
    /// Further variables for the next start.
    var environment: [String: String] = [:]
    /// Bytes of address space that the next start gets; nil: no bound.
    var addressSpace: Int?
    /// The port of TCP, where the next start is to have one.
    let port: Int
    /// The port of the web console.
    let webPort: Int
    private let program: URL
    private let isReachable: Bool
    private var process = Process()
    private var starts = 0

    /// A daemon that has not been started.
    /// - Parameters:
    ///   - program: What is run.
    ///   - ways: Whether it listens by TCP and HTTP too.
    init(program: URL = ProjectFolder.daemon, ways: Bool = false) throws {
        self.program = program
        isReachable = ways
        // Short: a socket's path may have 107 bytes only.
        room = FileManager.default.temporaryDirectory.appending(path: "cv-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(
            at: room.appending(path: "data"), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        guard let port = ByteStream.freePort(), let webPort = ByteStream.freePort() else {
            throw TrialError("no free port on the loopback interface")
        }
        (self.port, self.webPort) = (port, webPort)
    }

    deinit {
        if process.isRunning { kill() }
        try? FileManager.default.removeItem(at: room)
    }

    /// The folder of the store alone.
    var data: URL { room.appending(path: "data") }
    /// The store.
    var store: URL { data.appending(path: "store.sqlite") }
    /// The socket.
    var address: WireAddress { .unix(room.appending(path: "s").path) }
    /// The log of the life that was begun last.
    var logFile: URL { room.appending(path: "log-\(starts)") }
    /// What that log says.
    var log: String { String(decoding: (try? Data(contentsOf: logFile)) ?? Data(), as: UTF8.self) }
    /// The number of its process.
    var number: Int32 { process.processIdentifier }
    /// Whether it lives.
    var isRunning: Bool { process.isRunning }

    /// Starts it and waits until it answers.
    /// - Throws: `TrialError` where it ends instead, or says nothing for a minute.
    func start() throws {
        guard try launch() == nil else { throw TrialError("caravand does not start: \(log.suffix(2000))") }
    }

    /// Starts it and waits until it answers, or ends: how.
    func launch() throws -> Ending? {
        starts += 1
        try Data().write(to: logFile)
        let errors = try FileHandle(forWritingTo: logFile)
        defer { try? errors.close() }
        process = Process()
        let bound = addressSpace.map { "ulimit -v \($0 / 1024); " } ?? ""
        // The shell becomes the daemon, so signals reach it.
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", bound + #"exec "$0" "$@""#, program.path] + allArguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"]) { $1 }.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        for _ in 0..<6000 {
            if let client = try? WireClient(address, patience: 60), (try? client.ask("PING")) != nil { return nil }
            if !process.isRunning { return end() }
            Thread.sleep(forTimeInterval: 0.01)
        }
        throw TrialError("caravand says nothing: \(log.suffix(2000))")
    }

    private var allArguments: [String] {
        ["--socket", room.appending(path: "s").path, "--store", store.path]
            + (isReachable ? ["--listen", "127.0.0.1:\(port)", "--web", "127.0.0.1:\(webPort)"] : []) + arguments
    }

    /// Sends a signal.
    func signal(_ number: Int32) { Foundation.kill(process.processIdentifier, number) }

    /// Ends it without warning.
    func kill() {
        signal(SIGKILL)
        process.waitUntilExit()
    }

    /// Ends it by `SIGTERM`: how, and after how many seconds. After a minute it is killed.
    func terminate() -> (ending: Ending, seconds: Double) {
        let began = ContinuousClock.now
        signal(SIGTERM)
        while process.isRunning, ContinuousClock.now - began < .seconds(60) { Thread.sleep(forTimeInterval: 0.005) }
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        if process.isRunning { kill() }
        return (end(), seconds)
    }

    /// Waits for its end: how.
    func end() -> Ending {
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
            ? .signal(process.terminationStatus) : .exit(process.terminationStatus)
    }

    /// A new connection.
    func client(patience: Double = 60) throws(WireError) -> WireClient {
        try WireClient(address, patience: patience)
    }
}
