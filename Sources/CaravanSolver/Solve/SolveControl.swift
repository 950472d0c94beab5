import GLPK

/// The hand on the switch of a running solve; may be used from any thread.
public final class SolveControl: Sendable {
    /// What GLPK watches while it works.
    let cancellation = Cancellation()

    /// A switch that nobody has pulled.
    public init() {}

    /// Ends the solve within a second; it returns its best plan.
    public func stop() { cancellation.cancel() }

    /// Whether somebody pulled it.
    public var isStopped: Bool { cancellation.isCancelled }
}
