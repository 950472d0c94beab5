import CaravanLanguage
import CaravanStore
import GRDB

extension Row {
    /// A value of a column that always has one. A damaged row may hold anything, and GRDB's subscripts end the process where
    /// they meet something else.
    /// - Throws: `StoreError` with code `corrupt`.
    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        let stored: DatabaseValue = self[column]
        guard let value = Value.fromDatabaseValue(stored) else {
            throw StoreError(.corrupt, StoreFailure.damaged(column))
        }
        return value
    }

    /// A value of a column that may have none.
    /// - Throws: `StoreError` with code `corrupt`.
    func optional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
        let stored: DatabaseValue = self[column]
        if stored.isNull { return nil }
        let value: Value = try value(column)
        return value
    }
}
