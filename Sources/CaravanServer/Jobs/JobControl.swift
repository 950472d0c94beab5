import Synchronization

/// The hand on the switch of a running job, whatever solves it: the job board pulls it, the engine listens.
public final class JobControl: Sendable {
    private struct State {
        var isStopped = false
        var onStop: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    /// A switch that nobody has pulled.
    public init() {}

    /// Whether somebody pulled it.
    public var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Pulls it; every action registered runs once, on the caller's thread.
    public func stop() {
        let actions = state.withLock { state in
            state.isStopped = true
            defer { state.onStop = [] }
            return state.onStop
        }
        for action in actions { action() }
    }

    /// Registers an action for the stop; it runs at once where that has been pulled already.
    public func onStop(_ action: @escaping @Sendable () -> Void) {
        let late = state.withLock { state in
            if !state.isStopped { state.onStop.append(action) }
            return state.isStopped
        }
        if late { action() }
    }
}
