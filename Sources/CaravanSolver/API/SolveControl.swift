import GLPK
import Synchronization

/// The hand on the switch of a running solve; may be used from any thread.
public final class SolveControl: Sendable {
    private struct State {
        var stoppedAt: ContinuousClock.Instant?
        var linked: [Cancellation] = []
    }
    private let state = Mutex(State())
    /// The same at a glance: the innermost loops look at it.
    private let stopped = Atomic(false)

    /// A switch that nobody has pulled.
    public init() {}

    /// Ends the solve within a second; it returns its best plan.
    public func stop() {
        let linked = state.withLock { state in
            state.stoppedAt = state.stoppedAt ?? .now
            return state.linked
        }
        stopped.store(true, ordering: .releasing)
        for cancellation in linked { cancellation.cancel() }
    }

    /// Whether somebody pulled it.
    public var isStopped: Bool { stopped.load(ordering: .acquiring) }

    /// How long ago that was; nil where nobody has.
    var secondsSinceStop: Double? {
        guard isStopped else { return nil }
        return state.withLock { $0.stoppedAt }.map { (ContinuousClock.now - $0) / .seconds(1) }
    }

    /// Has a stop reach whatever watches `cancellation`, GLPK in the middle of a long LP among them.
    func link(_ cancellation: Cancellation) {
        let alreadyStopped = state.withLock { state in
            state.linked.append(cancellation)
            return state.stoppedAt != nil
        }
        if alreadyStopped { cancellation.cancel() }
    }
}
