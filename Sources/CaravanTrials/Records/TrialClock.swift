import Foundation
import Synchronization

/// How long a trial may go on, and what it says meanwhile.
final class TrialClock: Sendable {
    private let began = ContinuousClock.now
    private let seconds: Double
    private let say: @Sendable (String) -> Void
    private let told = Mutex(ContinuousClock.now - .seconds(60))

    /// A clock that runs from now on.
    /// - Parameters:
    ///   - seconds: When the trial is over.
    ///   - say: Gets a line about where it stands, once a second at most.
    init(seconds: Double, say: @escaping @Sendable (String) -> Void = { _ in }) {
        self.seconds = seconds
        self.say = say
    }

    /// Seconds since it began.
    var elapsed: Double { (ContinuousClock.now - began) / .seconds(1) }
    /// Whether the time is over.
    var isOver: Bool { elapsed >= seconds }
    /// Seconds that are left.
    var left: Double { max(0, seconds - elapsed) }

    /// Says where the trial stands, unless that was said within the last second.
    func tell(_ text: @autoclosure () -> String) {
        let isDue = told.withLock { last in
            guard ContinuousClock.now - last >= .seconds(1) else { return false }
            last = .now
            return true
        }
        if isDue { say("\(Int(elapsed)) of \(Int(seconds)) s: \(text())") }
    }
}
