import CGLPK

/// One thread's GLPK environment, handed to the body of ``GLPK/run(memoryLimitMB:cancellation:_:)``.
///
/// It is good on that thread until the body returns; elsewhere and afterwards its methods throw.
public final class Environment {
    let engine: OpaquePointer

    /// Stops every solve begun from now on when raised; nil for none.
    public var cancellation: Cancellation? {
        didSet { cglpk_engine_set_flag(engine, cancellation?.flag) }
    }

    /// Milliseconds a solve may ignore a stop before it is left by force, at the price of every problem in the environment;
    /// 0 leaves by force at once.
    public var graceMilliseconds: Double = 400 {
        didSet { cglpk_engine_set_grace(engine, max(0, graceMilliseconds)) }
    }

    /// Checked once in the life of the process: does GLPK call our clock and our allocator, on which stopping rests?
    private static let hooksWork: Bool = {
        guard let engine = cglpk_engine_open(0) else { return false }
        defer { cglpk_engine_destroy(engine) }
        return cglpk_engine_hooks_work(engine)
    }()

    init(memoryLimitMB: Int) throws {
        guard Environment.hooksWork else {
            throw GLPKError(
                .internal,
                "GLPK does not call this program's glp_time and glp_alloc: link libglpk as a shared library "
                    + "whose own calls go through the dynamic linker")
        }
        guard let engine = cglpk_engine_open(Int32(clamping: memoryLimitMB)) else {
            throw GLPKError(.internal, "no GLPK environment could be opened on this thread")
        }
        self.engine = engine
    }

    deinit {
        cglpk_engine_destroy(engine)
    }

    /// Frees the environment on its own thread; the object may live on, its methods then throw.
    func close() {
        cglpk_engine_close(engine)
    }

    /// Bytes GLPK holds in this environment now, and the most it has held in this run.
    public var memory: (bytes: Int, peak: Int) {
        var bytes = 0
        var peak = 0
        cglpk_engine_memory(engine, &bytes, &peak)
        return (bytes, peak)
    }

    /// How often a fatal failure has cost this run its environment and all problems in it.
    public var failures: Int {
        Int(cglpk_engine_generation(engine))
    }

    /// Terminal output of the last solve in this environment; the newest 32 to 64 KB of it.
    public var log: String {
        var length = 0
        guard let bytes = cglpk_engine_log(engine, &length) else { return "" }
        return String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    }

    /// Makes a live problem of a value.
    /// - Throws: ``GLPKError/Code/badInput`` or ``GLPKError/Code/badIndex`` naming the first fault of `program`, or a
    ///   fatal code when GLPK fails, most likely at the memory limit.
    public func problem(_ program: LinearProgram) throws -> Problem {
        try Problem(program, in: self)
    }

    /// Turns a status into a thrown error.
    func check(_ status: cglpk_status) throws {
        guard status != CGLPK_OK else { return }
        throw error(status)
    }

    func error(_ status: cglpk_status) -> GLPKError {
        switch status {
        case CGLPK_BAD_INDEX: GLPKError(.badIndex, message)
        case CGLPK_ASSERTION: GLPKError(.assertion, message)
        case CGLPK_MEMORY: GLPKError(.memoryLimit, message)
        case CGLPK_INTERRUPTED: GLPKError(.interrupted, message)
        case CGLPK_DEAD: GLPKError(.deadProblem, "the problem's environment was lost to an earlier failure")
        case CGLPK_BUSY: GLPKError(.busy, "GLPK must not be called from inside a callback of a running solve")
        case CGLPK_WRONG_THREAD:
            GLPKError(.wrongThread, "an environment is used on its own thread, inside the body of its run")
        default: GLPKError(.internal, message)
        }
    }

    private var message: String {
        String(cString: cglpk_engine_message(engine)).split(separator: " ").joined(separator: " ")
    }
}
