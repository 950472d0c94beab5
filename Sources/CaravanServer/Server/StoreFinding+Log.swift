import CaravanStore
import Logging

extension Logger {
    /// Tells whoever reads the log what was found out about the store.
    func log(_ finding: StoreFinding) {
        let level: Level =
            switch finding.weight {
            case .notice: .notice
            case .warning: .warning
            case .error: .error
            }
        log(level: level, "\(finding.text.english)")
    }
}
