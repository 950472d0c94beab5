import CaravanCore
import CaravanProtocol
import CaravanServer
import CaravanSolver
import CaravanWeb
import Foundation
import Logging
import ServiceLifecycle
import TestSupport

/// A real server in this process with a web listener on a free port, over a store in memory.
final class WebServer: Sendable {
    /// The token of servers that ask for one.
    static let token = "correct horse"

    let endpoints: CaravanServer.Endpoints
    private let folder: URL
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    var port: Int { endpoints.others[0] }

    private init(
        _ folder: URL, _ endpoints: CaravanServer.Endpoints, _ group: ServiceGroup, _ running: Task<Void, any Error>
    ) {
        self.folder = folder
        self.endpoints = endpoints
        self.group = group
        self.running = running
    }

    private static func start(
        _ listener: WebListener, _ change: (inout ServerConfiguration) -> Void
    ) async throws -> WebServer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cv-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var configuration = ServerConfiguration(socket: folder.appending(path: "s").path, jobs: 1, cores: 2)
        change(&configuration)
        let (started, continuation) = AsyncStream.makeStream(of: CaravanServer.Endpoints.self)
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = CaravanServer(
            configuration, store: MemoryStore(), engine: PatientEngine(), others: [listener], logger: logger
        ) { continuation.yield($0) }
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [server], logger: logger))
        let running = Task {
            defer { continuation.finish() }
            try await group.run()
        }
        var iterator = started.makeAsyncIterator()
        guard let endpoints = await iterator.next() else {
            try FileManager.default.removeItem(at: folder)
            try await running.value
            throw CancellationError()
        }
        return WebServer(folder, endpoints, group, running)
    }

    /// Starts a server, lets `body` talk to it, and shuts it down.
    static func with<Value>(
        _ listener: WebListener = WebListener(ListenAddress(host: "127.0.0.1", port: 0)),
        _ change: (inout ServerConfiguration) -> Void = { _ in }, _ body: (WebServer) async throws -> Value
    ) async throws -> Value {
        let server = try await start(listener, change)
        let result: Result<Value, any Error>
        do { result = .success(try await body(server)) } catch { result = .failure(error) }
        try await server.stop()
        try FileManager.default.removeItem(at: server.folder)
        return try result.get()
    }

    /// Begins the graceful shutdown and returns at once.
    func beginShutdown() async { await group.triggerGracefulShutdown() }

    private func stop() async throws {
        await group.triggerGracefulShutdown()
        try await running.value
    }
}

extension WebServer {
    /// Sends a request and returns the answer once its head is there.
    func open(
        _ method: String = "GET", _ path: String, _ headers: [(String, String)] = [], host: String? = nil,
        body: String = ""
    ) async throws -> WebAnswer {
        try await WebAnswer(
            port: port, method, path, [("Host", host ?? "127.0.0.1:\(port)")] + headers, Array(body.utf8))
    }

    /// Sends one request of the protocol and returns the answer once its head is there.
    func command(_ line: String, body: String? = nil, _ headers: [(String, String)] = []) async throws -> WebAnswer {
        let request = body.map { "\(line) bytes=\($0.utf8.count)\n\($0)\n" } ?? "\(line)\n"
        return try await open("POST", "/api/command", [WebServer.type] + headers, body: request)
    }

    /// The header that every command carries.
    static let type = ("Content-Type", "application/x-caravan-request")

    /// Sends one request of the protocol and returns the whole reply.
    func ask(_ line: String, body: String? = nil) async throws -> String {
        try await command(line, body: body).rest()
    }

    /// Waits until an answer contains a text.
    func waitUntil(_ text: String, of command: String = "STATUS") async throws {
        while try await !ask(command).contains(text) { try await Task.sleep(for: .milliseconds(5)) }
    }
}

/// Plans nothing at all: at once, or with `seed=2` once it is stopped.
private struct PatientEngine: Engine {
    let version = "5.0"

    func solve(
        _ week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
    ) throws(SolveError) -> JobResult {
        var plan = Plan(week: week.id, sessions: [])
        plan.terms = Checker(week: week).check(plan, baseline: parameters.baseline).terms
        plan.objective = plan.terms?.total
        observe(SolveProgress(seconds: 0, objective: plan.objective, phase: "construction"), plan)
        while parameters.seed == 2, !control.isStopped { Thread.sleep(forTimeInterval: 0.002) }
        return JobResult(plan: plan, termination: control.isStopped ? .stopped : .limit)
    }

    func explain(_ request: String?, in plan: Plan, of week: Week, against baseline: Plan?) -> [ExplanationRecord] {
        []
    }

    func suggest(
        _ count: Int, for request: String, in plan: Plan, of week: Week, against baseline: Plan?, moving: Bool
    ) -> [Suggestion] {
        []
    }

    func model(of week: Week, as format: ModelFormat) -> String { week.id }
}

/// Documents that the tests send.
enum Sample {
    static func week(requests: Int = 1) -> String {
        let list = (1...requests).map {
            """
            {"id":"r\($0)","title":"Talk","fund":"city","audience":"youth","topic":"space","format":"lecture",\
            "townships":["t1"],"attendance":50,"duration":1,"needs":[],"value":100,"cost":10}
            """
        }
        return """
            {"format":"caravan-week/1","id":"tiny","title":"科技周","start":"2025-05-24","days":2,\
            "timezone":"Asia/Shanghai","slots":[{"id":"am","start":"09:00","end":"11:30"}],"audiences":["youth"],\
            "funds":[{"id":"city","name":"City","limit":100000}],\
            "travel":{"fund":"city","speedKmh":50,"roadFactor":1.3,"bufferMinutes":10,"costPerKm":2},\
            "townships":[{"id":"t1","name":"T","county":"c","lat":41.9,"lon":126.4,"population":{"youth":1000}}],\
            "venues":[{"id":"v1","name":"V","township":"t1","kind":"school","capacity":100,"equipment":[],"cost":5}],\
            "requests":[\(list.joined(separator: ","))]}
            """
    }
}
