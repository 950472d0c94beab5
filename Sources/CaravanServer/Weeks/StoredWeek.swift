import CaravanCore
import CaravanStore

/// A sound revision of a week in the form that everything works on, with the memory that it holds for as long as somebody
/// keeps it.
struct StoredWeek: Sendable {
    let head: WeekHead
    let week: Week
    fileprivate let lease: MemoryLease?

    /// A revision; `lease` is set to what the week takes.
    init(head: WeekHead, week: Week, _ lease: MemoryLease?) {
        self.head = head
        self.week = week
        self.lease = lease
    }

    /// The same week as another revision.
    func stored(as head: WeekHead) -> StoredWeek { StoredWeek(head: head, week: week, lease) }

    /// Bytes that it takes.
    var bytes: Int { lease?.bytes ?? 0 }
}

/// A revision of a week as it was stored, be it sound by the rules of today or not.
struct StoredRevision: Sendable {
    let head: WeekHead
    let document: JSON
    /// nil where it cannot be read at all.
    let week: Week?
    /// What is wrong with it by the rules of today.
    let faults: [Fault]
    private let lease: MemoryLease?

    /// A revision that is sound.
    init(_ sound: StoredWeek) {
        (head, week, faults) = (sound.head, sound.week, [])
        document = sound.week.document
        lease = sound.lease
    }

    /// Reads what was stored, in memory that has been reserved for it.
    /// - Throws: `JSONError`.
    init(_ stored: WeekRevision, _ lease: MemoryLease) throws {
        head = stored.head
        document = try JSON(parsing: stored.text)
        do throws(WeekFaults) {
            week = try Week(document: document)
            faults = []
        } catch {
            week = try? Week(stored: document)
            faults = error.faults
        }
        lease.resize(to: Week.footprint(of: document))
        self.lease = lease
    }

    /// Bytes that it takes.
    var bytes: Int { lease?.bytes ?? 0 }

    // What these throw has no type of its own: with one, Swift 6.3's optimiser ends with a crash where they are inlined
    // into a coroutine.

    /// The week, to be planned and changed.
    /// - Throws: `UnsoundRevision`.
    func sound() throws -> StoredWeek {
        guard let week, faults.isEmpty else { throw UnsoundRevision(head: head, faults: faults) }
        return StoredWeek(head: head, week: week, lease)
    }

    /// The week, to tell of plans that were made for it.
    /// - Throws: `UnsoundRevision`.
    func readable() throws -> StoredWeek {
        guard let week else { throw UnsoundRevision(head: head, faults: faults) }
        return StoredWeek(head: head, week: week, lease)
    }
}

/// A revision was stored by a program whose rules allowed what those of today do not.
struct UnsoundRevision: Error {
    let head: WeekHead
    let faults: [Fault]
}
