import Synchronization

/// A switch for long work without waiting: whoever does not want its result any more pulls it, and the work looks at
/// it between its parts. It comes with the thread, so that not every function on the way has to hand it on.
public final class Interruption: Sendable {
    /// That of the work which the present thread does.
    @TaskLocal public static var current: Interruption?

    private let isPulled = Atomic(false)

    /// A switch that nobody has pulled.
    public init() {}

    /// Whether somebody pulled it.
    public var isRequested: Bool { isPulled.load(ordering: .relaxed) }

    /// Pulls it.
    public func request() { isPulled.store(true, ordering: .relaxed) }

    /// Whether the present work is to end; its result will be thrown away.
    public static var isRequested: Bool { current?.isRequested ?? false }

    /// Ends the present work where it is to end.
    /// - Throws: `CancellationError`.
    public static func check() throws(CancellationError) {
        if isRequested { throw CancellationError() }
    }
}
