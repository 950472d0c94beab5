import CZlib
import CaravanLanguage
import Foundation
import GRDB

/// What a disk may change without anybody noticing: everything that is written once and read for good has a checksum of
/// all its columns beside it, in a table of its own, which is looked at whenever it is read.
enum Sealed: String, CaseIterable, Sendable {
    /// A revision of a week.
    case weekRevision
    /// A version of a plan.
    case plan
    /// What the bound of a plan rested on.
    case planDuals
    /// That a version was published.
    case publication
    /// How firmly a session is promised.
    case commitment

    /// The column that, with the week, says which row it is.
    var number: String {
        switch self {
        case .weekRevision: "revision"
        case .plan, .planDuals: "version"
        case .publication: "id"
        case .commitment: "request"
        }
    }

    private var columns: String {
        switch self {
        case .weekRevision: "week, revision, createdAt, cause, title, start, days, requests, document"
        case .plan:
            "week, version, revision, createdAt, source, job, parameters, baseline, sessions, objective, bound, gap, "
                + "status, document"
        case .planDuals: "week, version, duals"
        case .publication: "week, version, id, publishedAt"
        case .commitment: "week, request, state, version, markedAt"
        }
    }

    private var checksum: String {
        "checksum(" + columns.split(separator: ", ").map { "\(rawValue).\($0)" }.joined(separator: ", ") + ")"
    }

    /// An expression of SQL: whether a row of the table is as it was written.
    var isIntact: String {
        """
        (SELECT seal.checksum IS \(checksum) FROM seal
            WHERE seal.week = \(rawValue).week AND kind = '\(rawValue)' AND number = \(rawValue).\(number))
        """
    }

    /// Seals rows that have just been written.
    /// - Parameter condition: which ones, in SQL; all of the table where it is left out.
    func seal(where condition: String = "TRUE", _ arguments: StatementArguments = [], in db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO seal (week, kind, number, checksum)
                SELECT week, '\(rawValue)', \(number), \(checksum) FROM \(rawValue) WHERE \(condition)
                """, arguments: arguments)
    }
}

extension Schema {
    /// Seals stand in a table of their own, so that sealing what an earlier program stored writes no document again.
    static func sealTable(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE seal (
                    week TEXT NOT NULL REFERENCES week (id) ON DELETE CASCADE,
                    kind TEXT NOT NULL,
                    number NOT NULL,
                    checksum INTEGER NOT NULL,
                    PRIMARY KEY (week, kind, number)
                ) WITHOUT ROWID;
                """)
        for kind in Sealed.allCases { try kind.seal(in: db) }
        try db.execute(sql: "ALTER TABLE job ADD COLUMN incumbentChecksum INTEGER")
        try db.execute(sql: "UPDATE job SET incumbentChecksum = checksum(incumbent) WHERE incumbent IS NOT NULL")
    }
}

extension DatabaseFunction {
    /// `checksum(a, b, …)`: the CRC-32 of all arguments with their types, and their length in the upper half.
    static let checksum = DatabaseFunction("checksum", pure: true) { values in
        var sum = RunningChecksum()
        for value in values { sum.add(value) }
        return sum.value
    }
}

private struct RunningChecksum {
    private var crc: UInt = 0
    private var length = 0

    var value: Int64 { Int64(truncatingIfNeeded: length) << 32 | Int64(truncatingIfNeeded: crc) }

    mutating func add(_ value: DatabaseValue) {
        switch value.storage {
        case .null: add(tag: 0)
        // SQLite keeps a whole number in a column of floating point as an integer, without the sign of zero.
        case .int64(let number): add(number: Double(number))
        case .double(let number): add(number: number + 0)
        case .string(var text): add(tag: 2, &text)
        case .blob(let data):
            add(tag: 3)
            data.withUnsafeBytes { add($0) }
        }
    }

    private mutating func add(number: Double) {
        add(tag: 1)
        withUnsafeBytes(of: number.bitPattern.littleEndian) { add($0) }
    }

    private mutating func add(tag: UInt8, _ text: inout String) {
        add(tag: tag)
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
        // So that what ends one column cannot begin the next one.
        add(tag: tag)
    }

    private mutating func add(tag: UInt8) { withUnsafeBytes(of: tag) { add($0) } }

    /// The pointer is used while the buffer lives, and the length is the buffer's.
    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        crc = UInt(crc32_z(UInt(crc), bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count))
        length &+= bytes.count
    }
}
