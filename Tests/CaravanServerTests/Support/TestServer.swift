import CaravanSQLite
import CaravanServer
import CaravanStore
import Foundation
import Logging
import ServiceLifecycle

/// A real server in this process, on a socket of its own in a folder of its own.
final class TestServer: Sendable {
    let folder: URL
    let endpoints: CaravanServer.Endpoints
    private let group: ServiceGroup
    /// Ends once the store is closed.
    private let running: Task<Void, any Error>

    var socket: String { endpoints.socket }

    private init(
        folder: URL, endpoints: CaravanServer.Endpoints, group: ServiceGroup, running: Task<Void, any Error>
    ) {
        self.folder = folder
        self.endpoints = endpoints
        self.group = group
        self.running = running
    }

    /// A folder for one server. Sockets have short paths: 107 bytes at most.
    static func makeFolder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(path: "cv-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    /// The store of a server in a folder.
    static func store(in folder: URL, pages: Int? = nil) throws -> SQLiteStore {
        try SQLiteStore(path: folder.appending(path: "store.sqlite").path, pageLimit: pages)
    }

    /// Starts a server.
    /// - Parameters:
    ///   - store: what it works over; nil: a file in its folder, which is closed with it.
    ///   - pages: how many that file may have.
    static func start(
        in folder: URL? = nil, engine: any Engine = ScriptedEngine(), over store: (any WeekStore)? = nil,
        pages: Int? = nil,
        _ change: (inout ServerConfiguration) -> Void = { _ in }
    ) async throws -> TestServer {
        let folder = try folder ?? makeFolder()
        var configuration = ServerConfiguration(
            socket: folder.appending(path: "s").path, jobs: 1, cores: 2)
        change(&configuration)
        let (started, continuation) = AsyncStream.makeStream(of: CaravanServer.Endpoints.self)
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let file = store == nil ? try Self.store(in: folder, pages: pages) : nil
        let watch = file.map { StoreWatch(over: $0) { _ in } }
        guard let store = store ?? file else { throw CancellationError() }
        let server = CaravanServer(configuration, store: store, engine: engine, logger: logger) {
            continuation.yield($0)
        }
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [server], logger: logger))
        let running = Task {
            defer { continuation.finish() }
            let result: Result<Void, any Error>
            do { result = .success(try await group.run()) } catch { result = .failure(error) }
            watch?.end()
            try file?.close()
            try result.get()
        }
        var iterator = started.makeAsyncIterator()
        guard let endpoints = await iterator.next() else {
            try await running.value
            throw CancellationError()
        }
        return TestServer(folder: folder, endpoints: endpoints, group: group, running: running)
    }

    /// Starts a server, lets `body` talk to it, and shuts it down.
    static func with<Value>(
        engine: any Engine = ScriptedEngine(), pages: Int? = nil,
        _ change: (inout ServerConfiguration) -> Void = { _ in },
        _ body: (TestServer) async throws -> Value
    ) async throws -> Value {
        let server = try await start(engine: engine, pages: pages, change)
        do {
            let value = try await body(server)
            try await server.stop()
            server.removeFolder()
            return value
        } catch {
            try? await server.stop()
            server.removeFolder()
            throw error
        }
    }

    /// A client that has read the greeting.
    func client() async throws -> TestClient {
        let client = try await TestClient.connect(.unix(socket))
        _ = try await client.line()
        return client
    }

    /// Begins the graceful shutdown and returns at once.
    func beginShutdown() async { await group.triggerGracefulShutdown() }

    /// Shuts down gracefully and waits for the end.
    func stop() async throws {
        await group.triggerGracefulShutdown()
        try await running.value
    }

    func removeFolder() { try? FileManager.default.removeItem(at: folder) }
}
