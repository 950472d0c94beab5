import CGLPK

/// The door to GLPK, the GNU Linear Programming Kit (version 5.0): dedicated threads, each with an environment of its own.
public enum GLPK {
    /// Version of the GLPK library in use, for example `5.0`.
    public static var version: String {
        String(cString: cglpk_version())
    }

    /// Stack of a run's thread: parts of GLPK recurse deeply.
    static let stackBytes = 64 << 20

    /// Runs `body` on a fresh dedicated thread with its own GLPK environment, and blocks the caller until it is done.
    ///
    /// Never call it from Swift's cooperative pool: it blocks. Runs on several threads are independent and may overlap; a
    /// run inside a run's body gets its own thread. Problems live and die inside the body: only values leave it.
    /// - Parameters:
    ///   - memoryLimitMB: megabytes GLPK may hold in this run; none by default.
    ///   - cancellation: stops every solve of the run when raised; see ``Environment/cancellation``.
    ///   - body: what to do with the environment. Its result is returned and its error thrown on.
    /// - Throws: whatever `body` throws, or ``GLPKError`` when no thread or environment could be made.
    @discardableResult
    public static func run<T: Sendable>(
        memoryLimitMB: Int? = nil, cancellation: Cancellation? = nil, _ body: @Sendable (Environment) throws -> T
    ) throws -> T {
        if let memoryLimitMB, !(1...1_000_000_000).contains(memoryLimitMB) {
            throw GLPKError(.badInput, "a memory limit of \(memoryLimitMB) MB is not in 1 ... 1000000000")
        }
        return try withoutActuallyEscaping(body) { body in
            let work = ThreadWork {
                let environment = try Environment(memoryLimitMB: memoryLimitMB ?? 0)
                defer { environment.close() }
                environment.cancellation = cancellation
                return try body(environment)
            }
            try runOnThread(work)
            guard let outcome = work.outcome else { throw GLPKError(.internal, "the thread ended without a result") }
            return try outcome.get()
        }
    }

    private static func runOnThread<T>(_ work: ThreadWork<T>) throws {
        // Unretained is safe: this frame holds `work` and waits for the thread's end.
        let context = Unmanaged.passUnretained(work as AnyThreadWork).toOpaque()
        let error = cglpk_thread_run(
            { context in
                guard let context else { return }
                Unmanaged<AnyThreadWork>.fromOpaque(context).takeUnretainedValue().perform()
            }, context, stackBytes)
        guard error == 0 else { throw GLPKError(.internal, "no thread could be started (error \(error))") }
    }
}

/// What a thread's entry, a C function without generics, can call.
private class AnyThreadWork {
    func perform() {}
}

/// One closure and its outcome, written by the run's thread and read after it has been joined.
private final class ThreadWork<T>: AnyThreadWork {
    private let body: () throws -> T
    private(set) var outcome: Result<T, any Error>?

    init(_ body: @escaping () throws -> T) {
        self.body = body
    }

    override func perform() {
        outcome = Result { try body() }
    }
}
