import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanStore

/// A plan from outside, looked at by the checker.
struct PlanExamination: Sendable {
    /// The week's latest revision, for which it was checked.
    let week: StoredWeek
    /// The plan with what the checker found in place of what it said of itself; ordered, and without version.
    let plan: Plan
    /// The records of `CHECK`: rules that it breaks, and what it says of itself and is not so.
    let violations: [JSON]

    /// Reads the body of `CHECK` or `ADOPT` and checks it.
    /// - Throws: `JSONError`, `PlanFaults`, `StoreError`; `ProtocolError` where the plan is for another week.
    init(_ exchange: Exchange) async throws {
        let document = try await exchange.json()
        let week = try await exchange.services.weeks.week(exchange.id(.week))
        let stated = try await exchange.work(.prompt) { try Plan(document: document) }
        guard stated.week.isEmpty || stated.week.isSame(as: week.week.id) else {
            throw PlanFaults([Fault(path: "week", .otherWeek(stated.week, wanted: week.week.id))])
        }
        let baseline = try await Self.baseline(of: stated, week, exchange)
        (plan, violations) = try await exchange.work(.prompt) {
            Self.examine(stated, document, week.week, baseline)
        }
        self.week = week
    }

    /// The stored plan that a document names as its baseline: disruption is reckoned against it.
    private static func baseline(of plan: Plan, _ week: StoredWeek, _ exchange: Exchange) async throws -> Plan? {
        guard let version = plan.baseline else { return nil }
        let stored = try await exchange.services.store.plan(of: week.week.id, .number(version))
        return try await exchange.services.plan(stored)
    }

    private static func examine(_ stated: Plan, _ document: JSON, _ week: Week, _ baseline: Plan?) -> (Plan, [JSON]) {
        let checker = Checker(week: week)
        let report = checker.check(stated, baseline: baseline)
        let misstated = checker.misstated(document, terms: report.terms)
        var plan = stated.sorted(by: week)
        plan.week = week.id
        plan.version = nil
        plan.terms = report.terms
        plan.objective = report.terms.total
        (plan.bound, plan.gap, plan.status, plan.commitment) = (nil, nil, .feasible, nil)
        return (
            plan,
            (report.violations.map { ViolationRecord($0) } + misstated.map { ViolationRecord(ofPlan: $0.bilingual) })
                .map(\.json)
        )
    }
}

extension ViolationRecord {
    /// A rule that is broken.
    init(_ violation: Violation) {
        self.init()
        (rule, message) = (violation.rule.rawValue, violation.text)
        if violation.requests.count == 1 { request = violation.requests[0] }
    }

    /// What a document says of itself and is not so.
    fileprivate init(ofPlan misstated: Bilingual) {
        self.init()
        (rule, message) = ("plan", misstated)
    }
}

extension Plan {
    /// The plan with a bound proven for its week's revision; without one nothing is said of bound and gap.
    func bounded(by bound: Double?) -> Plan {
        guard let bound, let objective, baseline == nil else { return self }
        var plan = self
        let proven = min(bound, objective)
        plan.bound = proven
        let gap = Plan.gap(objective: objective, bound: proven)
        plan.gap = gap
        plan.status = gap <= 1e-6 ? .optimal : .feasible
        return plan
    }
}

extension Plan {
    /// The plan with a bound in any case: no term of the objective is ever negative, so 0 is proven where a solve was
    /// stopped before it proved anything better.
    var surelyBounded: Plan {
        var plan = self
        if let stated = plan.commitment, stated.bound == nil {
            plan.commitment = CommitmentFigures(points: stated.points, objective: stated.objective, bound: 0)
        }
        guard bound == nil, let objective else { return plan }
        plan.bound = 0
        plan.gap = Plan.gap(objective: objective, bound: 0)
        plan.status = (plan.gap ?? 1) <= 1e-6 ? .optimal : .feasible
        return plan
    }
}

/// A reply with records that is thrown as an error.
struct ReplyError: Error {
    let reply: Reply

    init(_ reply: Reply) { self.reply = reply }
}
