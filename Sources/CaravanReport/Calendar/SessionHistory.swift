import CaravanCore
import CaravanPresentation
import Foundation

/// What successive published plans did to each request's session, and to its place in one calendar.
struct SessionHistory {
    /// A session as it stood in one of the plans.
    struct Appearance {
        let session: ScheduledSession
        let week: Week
    }

    /// One request's session by the last of the plans.
    struct Entry {
        /// How often the session changed, was dropped or came back (RFC 5545, section 3.8.7.4).
        var sequence = 0
        /// When it changed last.
        var changed: Date
        /// When it was held first.
        let created: Date
        /// The session as it stood last in the calendar; nil where it never did.
        var appearance: Appearance?
        /// Whether it stands in the calendar by the last plan.
        var isCurrent = false

        fileprivate var content: String?
    }

    /// The entries of the requests that ever stood in the calendar, by id.
    private(set) var entries: [String: Entry] = [:]

    /// - Parameters:
    ///   - plans: The published plans, the first one first; the calendar is as of the last.
    ///   - subject: Whose calendar it is.
    init(_ plans: [PublishedPlan], for subject: Party?) {
        for plan in plans { take(plan, subject) }
        entries = entries.filter { $0.value.appearance != nil }
    }

    private mutating func take(_ step: PublishedPlan, _ subject: Party?) {
        let sessions = step.week.scheduled(step.plan)
        let held = Set(sessions.map(\.id))
        for (id, entry) in entries where !held.contains(id) {
            entries[id] = Self.changed(entry, to: nil, at: step.date)
        }
        for session in sessions {
            let content = EventContent(session, step.week, .chinese).text
            var entry = entries[session.id] ?? Entry(changed: step.date, created: step.date, content: content)
            entry = Self.changed(entry, to: content, at: step.date)
            entry.isCurrent = subject.map { session.concerns($0, in: step.week) } ?? true
            if entry.isCurrent { entry.appearance = Appearance(session: session, week: step.week) }
            entries[session.id] = entry
        }
    }

    private static func changed(_ entry: Entry, to content: String?, at date: Date) -> Entry {
        var entry = entry
        if entry.content != content {
            entry.sequence += 1
            entry.changed = date
        }
        entry.content = content
        if content == nil { entry.isCurrent = false }
        return entry
    }
}

extension ScheduledSession {
    /// Whether the session stands in somebody's calendar.
    fileprivate func concerns(_ party: Party, in week: Week) -> Bool {
        switch party {
        case .member(let id): crew.contains { week.members[$0].id == id }
        case .venue(let id): week.venues[venue].id == id
        case .township(let id): week.townships[township].id == id
        case .fund(let id): week.funds[request.fund].id == id
        }
    }
}

extension Party {
    /// Its name for people.
    func name(in week: Week) -> String {
        switch self {
        case .member(let id): week.member(id).map(week.memberName) ?? id
        case .venue(let id): week.venue(id).map(week.venueName) ?? id
        case .township(let id): week.township(id).map(week.townshipName) ?? id
        case .fund(let id): week.fund(id).map(week.fundName) ?? id
        }
    }
}
