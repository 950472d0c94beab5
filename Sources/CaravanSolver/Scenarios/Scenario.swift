import CaravanCore

/// A name for a list of edits of a week (domain, section 6), to see what they would change.
public struct Scenario: Sendable, Equatable {
    /// What people call it.
    public let name: String
    /// The list of edits as JSON.
    public let edits: JSON

    /// A scenario; nothing says yet that its edits can be applied.
    public init(name: String, edits: JSON) {
        self.name = name
        self.edits = edits
    }

    /// The week as edited.
    /// - Throws: `EditError` naming the edit to blame.
    func week(from base: Week) throws -> Week {
        do {
            return try Week(document: WeekEdits.apply(edits, to: base.document))
        } catch let error as EditError where error.code == .unsound && error.index == nil {
            throw EditError(error.fault, index: firstUnsound(base.document))
        }
    }

    /// An edit that turns a sound week into an unsound one, found by bisection: none edits nothing and is sound, all of
    /// them are not.
    private func firstUnsound(_ document: JSON) -> Int? {
        guard let list = edits.array, !list.isEmpty else { return nil }
        var (sound, unsound) = (0, list.count)
        while unsound - sound > 1 {
            let middle = (sound + unsound) / 2
            let part = JSON.array(Array(list[..<middle]))
            if (try? WeekEdits.apply(part, to: document)) != nil { sound = middle } else { unsound = middle }
        }
        return unsound - 1
    }
}
