import CaravanSQLite
import CaravanStore
import Logging

/// The daemon's store while it is open, looked after, and told of in the log.
struct OpenStore {
    let store: SQLiteStore
    private let watch: StoreWatch
    private let logger: Logger

    /// - Parameter megabytes: 2²⁰ bytes that it may grow to; nil: as many as the disk holds.
    init(path: String, megabytes: Int?, _ logger: Logger) throws(StoreError) {
        store = try SQLiteStore(path: path, pageLimit: megabytes.map { $0 * 256 })
        self.logger = logger
        for finding in store.findings { logger.log(finding) }
        watch = StoreWatch(over: store) { logger.log($0) }
    }

    /// Lets `body` use it, and closes it, whatever comes of that.
    func use(_ body: (SQLiteStore) async throws -> Void) async throws {
        let result: Result<Void, any Error>
        do { result = .success(try await body(store)) } catch { result = .failure(error) }
        watch.end()
        if let finding = try store.close() { logger.log(finding) }
        try result.get()
    }
}

extension Logger {
    /// Tells whoever reads the log what was found out about the store.
    fileprivate func log(_ finding: StoreFinding) {
        let level: Level =
            switch finding.weight {
            case .notice: .notice
            case .warning: .warning
            case .error: .error
            }
        log(level: level, "\(finding.text.english)")
    }
}
