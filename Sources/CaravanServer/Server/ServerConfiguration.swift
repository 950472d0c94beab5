import CaravanLanguage

/// What a server is started with.
public struct ServerConfiguration: Sendable {
    /// Where a TCP listener listens.
    public struct Address: Sendable, Equatable {
        /// Host name or address.
        public var host: String
        /// Port; 0: any free one.
        public var port: Int

        /// An address.
        public init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    /// Bounds of what clients may do.
    public struct Limits: Sendable {
        /// Connections of known clients at the same time; further ones get `ERR busy` and are closed. Strangers have a
        /// quarter of that number beside them.
        public var connections = 512
        /// Connections of one address of another machine at the same time.
        public var ofAddress = 64
        /// Time from the beginning of a connection in which a client has to show the token.
        public var login = Duration.seconds(10)
        /// Bytes that clients may make the daemon hold: models of weeks, bodies, documents, kept weeks, proposals, exports.
        public var memory = MachineMemory.available / 2
        /// Bytes of these for the models of the weeks that are being solved.
        public var modelMemory: Int { memory / 2 }
        /// Bytes of these for bodies that arrive or are being read.
        public var bodyMemory: Int { min((memory - modelMemory) / 4, 512 << 20) }
        /// Time without a byte from a client that has begun a line or body; then `ERR timeout` and the end.
        public var stalled = Duration.seconds(60)
        /// The same while other bodies wait for the memory that this one has been given.
        public var stalledBeforeOthers = Duration.seconds(5)
        /// Time without a byte from a client that waits for nothing; then the end. Zero: none.
        public var idle = Duration.seconds(3600)
        /// Time that a client may take no byte of an answer; then the end.
        public var unread = Duration.seconds(60)
        /// Time that running jobs get to stop in at shutdown.
        public var grace = Duration.seconds(10)
        /// Jobs that may wait.
        public var queuedJobs = 1000

        /// The defaults.
        public init() {}
    }

    /// Path of the Unix socket.
    public var socket: String
    /// Permissions of the socket: who may connect.
    public var socketMode: UInt32
    /// Where to listen besides the socket; nil: nowhere.
    public var listen: Address?
    /// The token that TCP clients send first; nil: none is asked for.
    public var token: Secret?
    /// Changes the token later; nil: nothing does.
    public var tokenRenewal: TokenRenewal?
    /// Whether clients of the Unix socket send the token too.
    public var tokenOnSocket: Bool
    /// Jobs that run at the same time.
    public var jobs: Int
    /// Processor cores to share among jobs.
    public var cores: Int
    /// Bounds of what clients may do.
    public var limits: Limits

    /// A configuration; without `jobs` half the cores run jobs, at least one.
    public init(
        socket: String, socketMode: UInt32 = 0o600, listen: Address? = nil, token: Secret? = nil,
        tokenOnSocket: Bool = false, jobs: Int? = nil, cores: Int, limits: Limits = Limits()
    ) {
        self.socket = socket
        self.socketMode = socketMode
        self.listen = listen
        self.token = token
        self.tokenOnSocket = tokenOnSocket
        self.jobs = jobs ?? max(1, cores / 2)
        self.cores = max(1, cores)
        self.limits = limits
    }

    /// Threads that each job may keep busy, so that all jobs together fill the cores and no more.
    public var threadsPerJob: Int { max(1, cores / max(1, jobs)) }

    /// Bytes that the model of one week may take, so that there is room for those of all jobs that run.
    public var memoryOfModel: Int { limits.modelMemory / max(1, jobs) }
}

extension ServerConfiguration.Address {
    /// Reads `HOST:PORT`, `[v6]:PORT` or `:PORT` (loopback).
    /// - Throws: `ServerError` with code `badAddress`.
    public init(parsing text: String) throws(ServerError) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            throw ServerError(.badAddress, StartFailure.noAddress(text))
        }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        self.init(host: host.isEmpty ? "127.0.0.1" : host, port: Int(port))
    }

    /// Whether only this machine reaches it.
    public var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}
