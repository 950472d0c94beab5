import CaravanLanguage

/// What went wrong in the store, comparable by `code`; the message says what to do next.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Sendable {
        /// No such week, revision, plan or job.
        case notFound
        /// A week of that id is there already.
        case exists
        /// The week changed since the revision that the change was based on.
        case conflict
        /// Jobs of the week are queued or running.
        case busy
        /// The disk, or the page limit of the file, is full; nothing was changed.
        case full
        /// The file or its folder may not be written.
        case readOnly
        /// The file is no database, or is damaged.
        case corrupt
        /// What was asked for is not what was written any more; the rest of the store is.
        case damaged
        /// The file is empty, another program's database, or not there beside its write-ahead log.
        case foreign
        /// A file of the open store was removed, moved or replaced; nothing was changed.
        case displaced
        /// Another process holds the store.
        case inUse
        /// The store was written by a newer program.
        case newer
        /// Anything else that the file system or SQLite reports.
        case failed
    }

    /// The kind of failure.
    public let code: Code
    /// The reason, for people.
    public let text: Bilingual
    /// The week's latest revision, where a change was made for another one.
    public let revision: Int?

    /// An error of that kind.
    public init(_ code: Code, _ text: some Sayable, revision: Int? = nil) {
        self.code = code
        self.text = text.bilingual
        self.revision = revision
    }

    /// Whether the same call may succeed later without anything being different but the disk.
    public var mayPass: Bool {
        switch code {
        case .full, .readOnly, .displaced, .inUse, .failed: true
        case .notFound, .exists, .conflict, .busy, .corrupt, .damaged, .foreign, .newer: false
        }
    }

    /// The reason in English.
    public var message: String { text.english }

    /// `code: message`.
    public var description: String { "\(code.rawValue): \(message)" }
}

extension StoreError: Equatable {
    /// Errors are equal when their codes are.
    public static func == (left: StoreError, right: StoreError) -> Bool { left.code == right.code }
}

extension StoreError {
    /// Why a change that was made for a revision is refused once there is another one.
    public static func movedOn(_ week: String, from revision: Int, to latest: Int) -> StoreError {
        StoreError(.conflict, RefusedByStore.otherRevision(week, latest, revision), revision: latest)
    }
}
