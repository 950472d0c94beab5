import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How many changes a store had taken, written down beside it (`FILE.witness`) after each: a store that holds fewer has
/// lost what was acknowledged. It is written behind the change, so it never says more than was on disk; it reaches the
/// disk within a second or so, and what it lacks after a power failure only makes it say less.
final class Witness: Sendable {
    /// What it says.
    struct Statement: Equatable, Sendable {
        /// The name that the store has given itself.
        let store: String
        /// Changes since the store was made.
        let changes: Int
        /// When the last of them was acknowledged.
        let writtenAt: Date
    }

    private struct State {
        var changes = 0
        var isOnDisk = true
    }

    private let path: String
    private let state = Mutex(State())

    init(besideStoreAt path: String) { self.path = path + ".witness" }

    /// What an earlier process left; nil where there is none that can be read.
    var statement: Statement? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 3, let changes = Int(words[1]), let seconds = Int(words[2]) else { return nil }
        return Statement(
            store: String(words[0]), changes: changes, writtenAt: Date(timeIntervalSince1970: Double(seconds)))
    }

    /// Writes down that a store has taken so many changes. It is a further precaution: where it cannot be written nothing
    /// else suffers.
    func note(_ changes: Int, of store: String) {
        state.withLock { state in
            // Acknowledgements may overtake each other.
            guard changes >= state.changes else { return }
            state.changes = changes
            state.isOnDisk = false
            let line = "\(store) \(changes) \(Int(secondsNow()))"
            let text = line.padding(toLength: Self.length - 1, withPad: " ", startingAt: 0) + "\n"
            withFile { _ = pwrite($0, text, text.utf8.count, 0) }
        }
    }

    /// Brings it to the disk.
    func synchronise() {
        let isOnDisk = state.withLock { state in
            defer { state.isOnDisk = true }
            return state.isOnDisk
        }
        if !isOnDisk { withFile { _ = fdatasync($0) } }
    }

    /// Always the same, so that it is overwritten in place, also on a full disk.
    private static let length = 64

    private func withFile(_ body: (Int32) -> Void) {
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        body(file)
        _ = close(file)
    }
}
