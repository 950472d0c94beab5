import CaravanLanguage
import CaravanStore
import Foundation
import GRDB
import Synchronization

/// Looks after an open store once a second, on a thread of its own: whether its files are where they were, whether what it
/// holds is what was written, and whether there is room in reserve.
public final class StoreWatch: Sendable {
    private struct State {
        var isDisplaced = false
        var search = DamageSearch()
    }

    private let store: SQLiteStore
    private let tell: @Sendable (StoreFinding) -> Void
    private let queue = DispatchQueue(label: "caravan.store.watch", qos: .utility)
    /// Safe although its type does not say so: dispatch sources may be used from any thread, and it is never exchanged.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer
    private let state = Mutex(State())

    /// Begins to look after a store.
    /// - Parameters:
    ///   - interval: time between two looks.
    ///   - tell: hears of everything that is found.
    public init(
        over store: SQLiteStore, every interval: Duration = .seconds(1),
        tell: @escaping @Sendable (StoreFinding) -> Void
    ) {
        self.store = store
        self.tell = tell
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now(), repeating: .milliseconds(Int(interval / .milliseconds(1))))
        timer.setEventHandler { [weak self] in self?.look() }
        timer.resume()
    }

    deinit { timer.cancel() }

    /// Ends the watch; no look is taken any more when it returns.
    public func end() {
        timer.cancel()
        queue.sync {}
    }

    /// Takes one look.
    func look() {
        state.withLock { state in
            lookForFiles(&state)
            if !state.search.isOver { proceed(&state.search) }
            // Beside what stands there now nothing is written.
            guard !state.isDisplaced else { return }
            store.reserve.fill()
            store.witness.synchronise()
        }
    }

    /// How long one look may search for damage.
    private static let stretch = Duration.milliseconds(100)

    private func proceed(_ search: inout DamageSearch) {
        do {
            let rows = try store.pool.read { db in try search.proceed(for: Self.stretch, in: db) }
            for row in rows where store.damage.note(row) { tell(StoreFinding(.error, row.text)) }
        } catch {
            search = .over
            tell(StoreFinding(.error, StoreError(error).text))
        }
    }

    private func lookForFiles(_ state: inout State) {
        let file = store.place.displaced
        defer { state.isDisplaced = file != nil }
        switch (file, state.isDisplaced) {
        case (.some, false): saveCopy()
        case (nil, true):
            if case .written(let copy) = store.place.savedCopy { try? FileManager.default.removeItem(atPath: copy) }
            store.place.savedCopy = nil
            tell(StoreFinding(.notice, StoreTrouble.filesAreBack(store.place.path)))
        case (.some, true), (nil, false): break
        }
    }

    /// Writes all that a displaced store holds beside where it was: its own files will be found by nobody.
    private func saveCopy() {
        store.place.savedCopy = store.saveCopy()
        do throws(StoreError) { try store.place.require() } catch { tell(StoreFinding(.error, error.text)) }
    }
}

extension SQLiteStore {
    /// Writes all that the open files hold into a new file.
    fileprivate func saveCopy() -> StorePlace.Copy {
        let copy = FileName.unused(place.path + ".saved")
        do {
            try pool.writeWithoutTransaction { db in
                // What is in the log alone goes into the file too, whatever name that has now.
                _ = try? db.checkpoint(.passive)
                _ = try Backup(to: copy).write(from: db)
            }
            return .written(copy)
        } catch {
            return .failed(StoreError(error).text)
        }
    }
}
