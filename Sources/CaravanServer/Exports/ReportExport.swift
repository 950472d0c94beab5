import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanReport
import CaravanStore

/// `EXPORT as=html`: a plan as a page, with the reasons of what is not held and the certificate.
enum ReportExport {
    static func reply(_ exchange: Exchange) async throws -> Reply {
        let context = try await PlanInContext(heldBy: exchange)
        let standing = try await exchange.services.standings.standing(of: context.summary).standing
        let language = exchange.reportLanguage
        let baseline = try await context.baseline(exchange)
        let (engine, program) = (exchange.services.engine, exchange.services.version)
        let text = try await exchange.workLong(over: context.revision.bytes) {
            let records = try Explanations(context.plan, in: context.week, against: baseline, of: nil, by: engine)
                .records
            return ReportPage(
                week: context.week, plan: context.plan,
                certificate: try Certificate(context.summary, program: program), standing: standing,
                unheld: records.map { UnheldReason(request: $0.request, reason: $0.reason?[language] ?? "") },
                language: language
            ).text
        }
        return .ok(context.fields(of: "html", standing), payload: Array(text.utf8))
    }
}

extension Certificate {
    fileprivate init(_ plan: PlanSummary, program: String) throws {
        let parameters = try JSON(parsing: plan.parameters)
        self.init(
            version: plan.version, revision: plan.revision, origin: plan.source.rawValue, baseline: plan.baseline,
            seed: parameters["seed"]?.integer, created: plan.createdAt, isPublished: plan.isPublished,
            program: program)
    }
}
