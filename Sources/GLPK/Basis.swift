import CGLPK

/// Where a column or row stands in a basis.
public enum BasisStatus: Int8, Sendable {
    /// In the basis.
    case basic = 1
    /// Outside, at its lower bound.
    case atLower = 2
    /// Outside, at its upper bound.
    case atUpper = 3
    /// Outside, free, at zero.
    case free = 4
    /// Outside, fixed.
    case fixed = 5
}

/// A basis as a value: as many basic columns and rows together as there are rows.
public struct Basis: Sendable, Equatable {
    /// Status of each column.
    public var columns: [BasisStatus]
    /// Status of each row.
    public var rows: [BasisStatus]

    /// A basis by its parts.
    public init(columns: [BasisStatus], rows: [BasisStatus]) {
        self.columns = columns
        self.rows = rows
    }
}

extension Problem {
    /// The basis now: for cleaning up (non-basic columns and basic rows can be deleted for free) and for later starts.
    public func basis() throws -> Basis {
        var columns = [Int8](repeating: 1, count: columnCount)
        var rows = [Int8](repeating: 1, count: rowCount)
        try check(cglpk_get_basis(environment.engine, handle, &columns, &rows))
        return Basis(
            columns: columns.map { BasisStatus(rawValue: $0) ?? .basic },
            rows: rows.map { BasisStatus(rawValue: $0) ?? .basic })
    }

    /// Starts the next simplex from `basis`. Statuses that do not fit a bound are mended by GLPK; whether the basis is
    /// regular shows when it is used.
    public func setBasis(_ basis: Basis) throws {
        guard basis.columns.count == columnCount, basis.rows.count == rowCount else {
            throw GLPKError(
                .badInput,
                "a basis of \(basis.columns.count) columns and \(basis.rows.count) rows for \(columnCount) and \(rowCount)"
            )
        }
        try check(
            cglpk_set_basis(environment.engine, handle, basis.columns.map(\.rawValue), basis.rows.map(\.rawValue)))
    }
}
