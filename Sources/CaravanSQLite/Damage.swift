import CaravanLanguage
import CaravanStore
import Foundation
import GRDB
import Synchronization

/// A row that is not what was written.
struct DamagedRow: Hashable, Sendable {
    let kind: Sealed
    let week: String
    /// Number of the revision, version or publication; the request of a mark.
    let number: String
    /// When it was written, as far as the row still tells.
    let writtenAt: Date?

    /// What it was, and what to do.
    var text: Bilingual {
        let time = writtenAt.map(StoreOpening.time) ?? "?"
        return switch kind {
        case .weekRevision: StoreTrouble.revisionDamaged(week, number, time)
        case .plan: StoreTrouble.planDamaged(week, number, time)
        case .planDuals: StoreTrouble.dualsDamaged(week, number)
        case .publication: StoreTrouble.publicationDamaged(week)
        case .commitment: StoreTrouble.commitmentDamaged(week, number)
        }
    }

    fileprivate init(_ kind: Sealed, _ row: Row) {
        self.kind = kind
        week = String.fromDatabaseValue(row["week"]) ?? "?"
        let value: DatabaseValue = row[kind.number]
        number = String.fromDatabaseValue(value) ?? Int.fromDatabaseValue(value).map(String.init) ?? "?"
        writtenAt = kind.time.flatMap { Double.fromDatabaseValue(row[$0]) }.map(Date.init(timeIntervalSince1970:))
    }
}

extension Sealed {
    /// The column that says when a row was written.
    fileprivate var time: String? {
        switch self {
        case .weekRevision, .plan: "createdAt"
        case .publication: "publishedAt"
        case .commitment: "markedAt"
        case .planDuals: nil
        }
    }

    /// Sees to it that a row is as it was written.
    /// - Parameter row: has all columns of the table, and `isIntact`.
    /// - Throws: `StoreError` with code `damaged`.
    func require(_ row: Row) throws {
        if row["isIntact"] as Bool? == true { return }
        throw StoreError(.damaged, DamagedRow(self, row).text)
    }
}

/// The damaged rows that are known of an open store.
final class DamageRegister: Sendable {
    private let rows = Mutex<Set<DamagedRow>>([])

    /// - Returns: Whether it was not known yet.
    func note(_ row: DamagedRow) -> Bool { rows.withLock { $0.insert(row).inserted } }

    /// Forgets the rows of a week that were deleted or written anew; all of it where no kind is named.
    func forget(_ kind: Sealed? = nil, of week: String, number: String? = nil) {
        rows.withLock { rows in
            rows = rows.filter { row in
                row.week != week || (kind ?? row.kind) != row.kind || (number ?? row.number) != row.number
            }
        }
    }

    /// How many are known.
    var count: Int { rows.withLock { $0.count } }

    /// Whether a row is known to be damaged.
    func holds(_ kind: Sealed, week: String, number: Int) -> Bool {
        rows.withLock { $0.contains { $0.kind == kind && $0.week == week && $0.number == "\(number)" } }
    }
}

extension SQLiteStore {
    /// How the store is.
    public var condition: StoreCondition {
        if place.displaced != nil { return .displaced }
        return damage.count > 0 ? .damaged(damage.count) : .sound
    }
}

/// A walk through all sealed rows, a stretch at a time.
struct DamageSearch {
    private var kinds = Sealed.allCases[...]
    private var last: (week: DatabaseValue, number: DatabaseValue)?

    /// A search that has ended.
    static var over: DamageSearch {
        var search = DamageSearch()
        search.kinds = []
        return search
    }

    /// Whether all has been looked at.
    var isOver: Bool { kinds.isEmpty }

    /// Goes on for some time.
    /// - Returns: the damaged rows of the stretch.
    mutating func proceed(for time: Duration, in db: Database) throws -> [DamagedRow] {
        let end = ContinuousClock.now + time
        var found: [DamagedRow] = []
        while let kind = kinds.first {
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT week, \(kind.number), \(kind.time.map { "\($0), " } ?? "") \(kind.isIntact) AS isIntact
                    FROM \(kind.rawValue) WHERE ?1 IS NULL OR (week, \(kind.number)) > (?1, ?2)
                    ORDER BY week, \(kind.number)
                    """, arguments: [last?.week, last?.number])
            while let row = try rows.next() {
                if row["isIntact"] as Bool? != true { found.append(DamagedRow(kind, row)) }
                last = (row["week"], row[kind.number])
                if ContinuousClock.now >= end { return found }
            }
            kinds.removeFirst()
            last = nil
        }
        return found
    }
}
