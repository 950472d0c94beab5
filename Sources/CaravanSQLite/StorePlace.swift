import CaravanLanguage
import CaravanStore
import Synchronization

/// Where the files of an open store have to be: who removes, moves or replaces one of them leaves the daemon with files
/// that nobody finds again, so nothing more may be acknowledged.
final class StorePlace: Sendable {
    /// The store's name without symbolic links.
    let path: String
    private let store: FileIdentity
    private let companions = Mutex<[String: FileIdentity]>([:])
    private let copy = Mutex<Copy?>(nil)

    /// What has become of the attempt to save what a displaced store holds.
    enum Copy: Sendable {
        /// It is in a file of that name.
        case written(String)
        /// It could not be written, for a reason.
        case failed(Bilingual)
    }

    init(_ lock: StoreLock) {
        path = lock.path
        store = lock.identity
    }

    /// Remembers the write-ahead log and its index; to be called once SQLite has opened them.
    func rememberCompanions() {
        for suffix in ["-wal", "-shm"] {
            companions.withLock { $0[suffix] = FileIdentity(at: path + suffix) }
        }
    }

    /// The first file that is not what it was; nil where all are. A file that is put back is what it was.
    var displaced: String? {
        if FileIdentity(at: path) != store { return path }
        return companions.withLock { $0 }.first { FileIdentity(at: path + $0.key) != $0.value }.map { path + $0.key }
    }

    /// Sees to it that every file is where it was.
    /// - Throws: `StoreError` with code `displaced`, and what to do.
    func require() throws(StoreError) {
        guard let file = displaced else { return }
        let text =
            switch savedCopy {
            case nil: StoreFailure.displaced(file)
            case .written(let copy): StoreFailure.displacedAndSaved(file, copy)
            case .failed(let reason): StoreFailure.displacedAndUnsaved(file, reason)
            }
        throw StoreError(.displaced, text)
    }

    /// What has been saved since the store was displaced; nil where nobody has tried.
    var savedCopy: Copy? {
        get { copy.withLock { $0 } }
        set { copy.withLock { $0 = newValue } }
    }
}
