import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanReport
import CaravanStore
import Foundation

/// `EXPORT as=ics`: a plan as a calendar, with what the versions published before it tell of changes.
enum CalendarExport {
    static func reply(_ exchange: Exchange) async throws -> Reply {
        let context = try await PlanInContext(heldBy: exchange)
        let current = PublishedPlan(context, date: context.summary.createdAt)
        let published = try await publications(of: context.summary.week, exchange.services)
        let (subject, language) = (try exchange.party(in: context.week), exchange.reportLanguage)
        let (standing, head) = try await exchange.services.standings.standing(of: context.summary)
        let onlyCancelled = exchange.invocation.flag(.cancelled)
        let text = try await exchange.workLong(over: context.revision.bytes) {
            let calendar = try PlanCalendar(
                current, published: published, for: subject, standing: standing, changedAt: head.createdAt,
                language: language, stamp: Date())
            return onlyCancelled ? calendar.cancellations : calendar.text
        }
        return .ok(context.fields(of: "ics", standing), payload: Array(text.utf8))
    }

    /// Every publication with its plan; a version that was published several times is read once.
    private static func publications(of week: String, _ services: Services) async throws -> [PublishedPlan] {
        var known: [Int: PlanInContext] = [:]
        var published: [PublishedPlan] = []
        for publication in try await services.store.publications(of: week) {
            let context: PlanInContext
            if let read = known[publication.version] {
                context = read
            } else {
                context = try await PlanInContext(version: publication.version, of: week, services)
                known[publication.version] = context
            }
            published.append(PublishedPlan(context, date: publication.publishedAt))
        }
        return published
    }
}

extension PublishedPlan {
    fileprivate init(_ context: PlanInContext, date: Date) {
        self.init(version: context.summary.version, date: date, week: context.week, plan: context.plan)
    }
}

extension Exchange {
    /// The language that an exported text is written in.
    var reportLanguage: Language { invocation.text(.lang).flatMap(Language.init(rawValue:)) ?? .chinese }
}
