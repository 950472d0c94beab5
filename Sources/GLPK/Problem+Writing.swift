import CGLPK

extension Problem {
    /// Writes the problem in free MPS format, for other solvers.
    /// - Throws: ``GLPKError/Code/output`` naming path and reason.
    public func writeMPS(to path: String) throws {
        try write(0, path)
    }

    /// Writes the problem in CPLEX LP format, for readers.
    /// - Throws: ``GLPKError/Code/output`` naming path and reason.
    public func writeLP(to path: String) throws {
        try write(1, path)
    }

    private func write(_ format: Int32, _ path: String) throws {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw GLPKError(.output, "\"\(path)\" is not a path a file can be written to")
        }
        var failed = false
        try check(cglpk_write(environment.engine, handle, format, path, &failed))
        if failed {
            let reason = log.split(separator: "\n").last.map(String.init) ?? "no reason given"
            throw GLPKError(.output, "\(path) could not be written: \(reason)")
        }
    }
}
