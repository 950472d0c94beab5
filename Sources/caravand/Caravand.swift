import ArgumentParser
import CaravanLanguage
import CaravanSQLite
import CaravanServer
import CaravanStore
import CaravanWeb
import Foundation
import Logging
import Metrics
import ServiceLifecycle
import UnixSignals

/// The daemon: parses its arguments, builds the server, runs it until SIGTERM or SIGINT.
@main
struct Caravand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caravand", abstract: "Plans Science and Technology Weeks; clients speak to it over a socket.",
        version: CaravanServer.version)

    @Option(help: "Path of the Unix socket; the environment variable CARAVAN_SOCKET where absent.")
    var socket: String?

    @Option(help: "Who may connect to the socket: 600 (this user) or 660 (its group too).")
    var socketMode = "600"

    @Option(help: "Path of the store, one file; it is made where there is none.")
    var store: String

    @Option(help: "Megabytes that the store may grow to; what the disk holds where absent.")
    var storeLimit: Int?

    @Option(help: "HOST:PORT to listen on by TCP too; :PORT is loopback.")
    var listen: String?

    @Option(help: "HOST:PORT of the web console; :PORT is loopback.")
    var web: String?

    @Option(help: "Host name by which browsers reach the console through a proxy; may be given several times.")
    var webName: [String] = []

    @Option(help: "File with the token that TCP clients and browsers have to send; needed beyond loopback.")
    var tokenFile: String?

    @Flag(help: "Ask clients of the Unix socket for the token too.")
    var tokenOnSocket = false

    @Option(help: "Jobs that run at the same time; half the cores where absent.")
    var jobs: Int?

    @Option(help: "Connections at the same time; strangers have a quarter as many beside them.")
    var maxConnections = 512

    @Option(help: "Connections of one address of another machine at the same time.")
    var maxPerAddress = 64

    @Option(help: "Seconds in which a client has to show the token, where one is asked for.")
    var loginTimeout = 10

    @Option(
        help: """
            Megabytes that clients may make the daemon hold, half of them for the models of weeks that are being solved; \
            absent: half of the machine's memory, or of its control group's.
            """)
    var memoryLimit: Int?

    @Option(help: "Seconds after which an idle connection is closed; 0: never.")
    var idleTimeout = 3600

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel = Logger.Level.info

    @Option(help: "Write a consistent copy of the store to this new file and exit; a daemon may be running meanwhile.")
    var backupTo: String?

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
        if let storeLimit, !(1...1_000_000_000).contains(storeLimit) {
            throw ValidationError("--store-limit is a number of megabytes, 1 or more")
        }
        guard ["600", "660", "0600", "0660"].contains(socketMode) else {
            throw ValidationError("--socket-mode is 600 or 660")
        }
        guard (1...100_000).contains(maxConnections) else {
            throw ValidationError("--max-connections is a number from 1 to 100000")
        }
        guard (1...100_000).contains(maxPerAddress) else {
            throw ValidationError("--max-per-address is a number from 1 to 100000")
        }
        guard (1...3600).contains(loginTimeout) else {
            throw ValidationError("--login-timeout is a number of seconds from 1 to 3600")
        }
        if let memoryLimit, !(64...1_000_000_000).contains(memoryLimit) {
            throw ValidationError("--memory-limit is a number of megabytes, 64 or more")
        }
        guard (0...31_536_000).contains(idleTimeout) else {
            throw ValidationError("--idle-timeout is a number of seconds from 0 to a year")
        }
        if !webName.isEmpty, web == nil { throw ValidationError("--web-name needs --web") }
        if tokenOnSocket, tokenFile == nil { throw ValidationError("--token-on-socket needs --token-file") }
    }

    func run() async throws {
        // A file that may not grow any more is an error to be told, not the end.
        signal(SIGXFSZ, SIG_IGN)
        do {
            if let backupTo { return try backUp(to: backupTo) }
            try await serve()
        } catch let error as ServerError {
            throw ValidationError(error.text[Language(environment: ProcessInfo.processInfo.environment)])
        }
    }

    private func backUp(to path: String) throws {
        for finding in try SQLiteStore.backUp(storeAt: store, to: path) {
            FileHandle.standardError.write(Data("\(finding.text.english)\n".utf8))
        }
    }

    private func serve() async throws {
        // Who reads the log may go away; writing to it must not end the daemon.
        signal(SIGPIPE, SIG_IGN)
        // Nor must it the terminal's end, or a SIGHUP that comes before anybody listens for it.
        signal(SIGHUP, SIG_IGN)
        let level = logLevel
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let collector = PrometheusCollector()
        MetricsSystem.bootstrap(collector)
        let logger = Logger(label: "caravand")
        let console = try web.map { WebListener(try .init(parsing: $0), names: webName) }
        let (requests, renewal) = AsyncStream.makeStream(of: Void.self)
        var configuration = try self.configuration()
        configuration.tokenRenewal = TokenRenewal(on: requests, file: tokenFile)
        let hangups = Task {
            for await _ in await UnixSignalsSequence(trapping: .sighup) { renewal.yield() }
        }
        defer { hangups.cancel() }
        do {
            try await OpenStore(path: store, megabytes: storeLimit, logger).use { [configuration] store in
                let server = CaravanServer(
                    configuration, store: store, engine: SolverEngine(memory: configuration.memoryOfModel),
                    collector: collector,
                    others: console.map { [$0] } ?? [], logger: logger)
                let group = ServiceGroup(
                    configuration: ServiceGroupConfiguration(
                        services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
                try await group.run()
            }
        } catch {
            logger.critical("cannot run", metadata: ["reason": "\(error)"])
            throw ExitCode.failure
        }
    }

    private func configuration() throws -> ServerConfiguration {
        guard let socket = socket ?? ProcessInfo.processInfo.environment["CARAVAN_SOCKET"], !socket.isEmpty else {
            throw ValidationError("say where to listen: --socket PATH, or the environment variable CARAVAN_SOCKET")
        }
        var configuration = ServerConfiguration(
            socket: socket, socketMode: UInt32(socketMode, radix: 8) ?? 0o600,
            listen: try listen.map(ServerConfiguration.Address.init(parsing:)),
            token: try tokenFile.map(TokenFile.token(at:)), tokenOnSocket: tokenOnSocket, jobs: jobs,
            cores: ProcessInfo.processInfo.activeProcessorCount)
        configuration.limits.connections = maxConnections
        configuration.limits.idle = .seconds(idleTimeout)
        configuration.limits.ofAddress = maxPerAddress
        configuration.limits.login = .seconds(loginTimeout)
        if let memoryLimit { configuration.limits.memory = memoryLimit << 20 }
        return configuration
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
