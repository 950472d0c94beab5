import CaravanLanguage
import CaravanProtocol
import Logging
import Synchronization

/// Looks at the tokens that clients show. Whoever shows wrong ones waits: after a few that cost nothing each further one
/// doubles the time before the next token of that address is looked at, on whatever connection it comes.
final class TokenGate: Sendable {
    /// Wrong tokens of an address that cost nothing.
    static let free = 3
    private static let (shortest, longest) = (Duration.milliseconds(500), Duration.seconds(16))
    /// How long a token may wait for its turn; later ones are refused unseen.
    private static let patience = Duration.seconds(5)
    /// Time without a token of an address after which its wrong ones are forgotten.
    private static let memory = Duration.seconds(900)
    private static let addressesKept = 4096

    private struct Guesses {
        var wrong = 0
        /// When the next token may be looked at.
        var next: ContinuousClock.Instant
    }

    private struct State {
        var token: Secret?
        var guesses: [ClientAddress: Guesses] = [:]
    }

    private let state: Mutex<State>
    private let metrics: ServerMetrics
    private let logger: Logger
    private let throttle = LogThrottle()

    init(_ token: Secret?, metrics: ServerMetrics, logger: Logger) {
        state = Mutex(State(token: token))
        self.metrics = metrics
        self.logger = logger
    }

    /// Whether there is a token at all.
    var isLocked: Bool { state.withLock { $0.token != nil } }

    /// Asks for another token from now on; who was let in stays.
    func change(to token: Secret) { state.withLock { $0.token = token } }

    /// Waits until it is the turn of the address, then looks at a token.
    /// - Throws: `ProtocolError` `denied` where it is wrong, or where too many wrong ones came before it; `CancellationError`.
    func check(_ token: Secret, from address: ClientAddress) async throws {
        guard isLocked else { return }
        let turn = try turn(of: address)
        if turn > .now { try await Task.sleep(until: turn, clock: .continuous) }
        if admits(token, from: address) { return }
        metrics.refused("token")
        if let unlogged = throttle.pass() {
            logger.warning("wrong token", metadata: ["address": "\(address)", "unlogged": "\(unlogged)"])
        }
        throw ProtocolError(.denied, RefusedConnection.tokenWrong)
    }

    private func turn(of address: ClientAddress) throws(ProtocolError) -> ContinuousClock.Instant {
        let now = ContinuousClock.now
        let turn = state.withLock { state -> ContinuousClock.Instant in
            guard let known = state.guesses[address], known.next > now else { return now }
            guard known.next <= now + Self.patience else { return known.next }
            // Whoever comes behind this one waits for it to be wrong.
            state.guesses[address]?.next = known.next + Self.pause(after: known.wrong + 1)
            return known.next
        }
        guard turn <= now + Self.patience else {
            metrics.refused("token")
            let seconds = Int(now.duration(to: turn).seconds.rounded(.up))
            throw ProtocolError(.denied, RefusedConnection.tooManyTokens(seconds))
        }
        return turn
    }

    private func admits(_ token: Secret, from address: ClientAddress) -> Bool {
        state.withLock { state in
            if state.token.map({ token == $0 }) ?? true {
                state.guesses[address] = nil
                return true
            }
            let now = ContinuousClock.now
            var guesses = state.guesses[address] ?? Guesses(next: now)
            guesses.wrong += 1
            guesses.next = max(guesses.next, now + Self.pause(after: guesses.wrong))
            state.guesses[address] = guesses
            if state.guesses.count > Self.addressesKept { Self.forget(&state.guesses, now) }
            return false
        }
    }

    /// How long the next token waits after so many wrong ones.
    static func pause(after wrong: Int) -> Duration {
        guard wrong > free else { return .zero }
        return min(longest, shortest * (1 << min(10, wrong - free - 1)))
    }

    private static func forget(_ guesses: inout [ClientAddress: Guesses], _ now: ContinuousClock.Instant) {
        guesses = guesses.filter { $0.value.next + memory > now }
        if guesses.count > addressesKept, let oldest = guesses.min(by: { $0.value.next < $1.value.next }) {
            guesses[oldest.key] = nil
        }
    }
}
