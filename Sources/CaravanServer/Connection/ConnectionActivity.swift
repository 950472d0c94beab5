import Synchronization

/// What a connection is doing, and since when: the watchdog reads it to find clients that stall.
final class ConnectionActivity: Sendable {
    /// What it can be doing.
    enum Phase: Sendable, Equatable {
        /// The client has said nothing that waits for an answer.
        case idle
        /// The client has begun a line or a body.
        case receiving
        /// A command runs.
        case working
        /// Bytes are on their way to the client.
        case sending
    }

    private struct State {
        var phase = Phase.idle
        var since = ContinuousClock.now
        var isDraining = false
        var isKnown = false
    }

    private let state = Mutex(State())

    /// The present phase and how long it has lasted.
    var now: (phase: Phase, lasted: Duration) {
        state.withLock { ($0.phase, $0.since.duration(to: .now)) }
    }

    /// Whether the connection ends after the command that runs.
    var isDraining: Bool { state.withLock { $0.isDraining } }

    /// Whether the client has shown the token, or needs none.
    var isKnown: Bool { state.withLock { $0.isKnown } }

    /// The client has shown the token, or needs none.
    func becomeKnown() { state.withLock { $0.isKnown = true } }

    /// Begins a phase.
    func enter(_ phase: Phase) {
        state.withLock { state in
            state.phase = phase
            state.since = .now
        }
    }

    /// Asks for the end of the connection.
    /// - Returns: whether it is idle, so that it can be closed at once.
    func drain() -> Bool {
        state.withLock { state in
            state.isDraining = true
            return state.phase == .idle || state.phase == .receiving
        }
    }
}
