import GLPK
import Synchronization

/// The hand on the switch of a running solve; may be used from any thread.
public final class SolveControl: Sendable {
    private struct State {
        var isStopped = false
        var linked: [Cancellation] = []
    }
    private let state = Mutex(State())

    /// A switch that nobody has pulled.
    public init() {}

    /// Ends the solve within a second; it returns its best plan.
    public func stop() {
        let linked = state.withLock { state in
            state.isStopped = true
            return state.linked
        }
        for cancellation in linked { cancellation.cancel() }
    }

    /// Whether somebody pulled it.
    public var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Has a stop reach whatever watches `cancellation`, GLPK in the middle of a long LP among them.
    func link(_ cancellation: Cancellation) {
        let alreadyStopped = state.withLock { state in
            state.linked.append(cancellation)
            return state.isStopped
        }
        if alreadyStopped { cancellation.cancel() }
    }
}
