import CaravanCore
import CaravanSolver
import Synchronization

/// The records of `CRITICAL`: what the loss of each resource costs, collected as they come and ranked at the end.
final class LossRanking: Sendable {
    private struct Loss {
        let record: JSON
        /// Infinite where no plan is left.
        let cost: Double
        let most: Double
        let number: Int
    }

    private struct State {
        var base: ScenarioRecords?
        var uses: [String: Int] = [:]
        var losses: [Loss] = []
    }

    private let week: Week
    private let state = Mutex(State())

    init(week: Week) { self.week = week }

    /// Takes the unedited week.
    func begin(_ records: ScenarioRecords) {
        var uses: [String: Int] = [:]
        for session in records.base.plan.sessions {
            for id in session.crew + [session.venue] { uses[id, default: 0] += 1 }
        }
        state.withLock { state in
            state.base = records
            state.uses = uses
        }
    }

    /// The record of a loss.
    func record(_ number: Int, _ id: String, _ pool: ResourcePool, _ answer: ScenarioStudy.Answer) -> JSON {
        let (base, uses) = state.withLock { ($0.base, $0.uses[id] ?? 0) }
        let name =
            pool == .venues
            ? week.venue(id).map { week.venues[$0].name } : week.member(id).map { week.members[$0].name }
        let fields: [(String, JSON)] = [
            ("resource", .string(id)), ("name", .string(name ?? "")), ("pool", .string(pool.rawValue)),
            ("number", .int(number + 1)), ("sessions", .int(uses)),
        ]
        let record = JSON.object(JSONObject(fields + (base?.content(answer) ?? [])))
        let (cost, most) = base?.change(answer) ?? (estimate: .infinity, most: .infinity)
        state.withLock { $0.losses.append(Loss(record: record, cost: cost, most: most, number: number)) }
        return record
    }

    /// All of them, the worst first; what nobody can do without before that.
    var worstFirst: [JSON] {
        state.withLock { $0.losses }.sorted { ($1.cost, $1.most, $0.number) < ($0.cost, $0.most, $1.number) }
            .map(\.record)
    }
}

extension Standby {
    /// As a record.
    var record: JSON {
        var fields = JSONObject([
            ("request", .string(request)), ("start", .string(start)), ("member", .string(member)),
            ("choices", .int(choices)),
        ])
        if let substitute {
            fields["substitute"] = .string(substitute)
            fields["points"] = .figure(points)
            fields["yuan"] = .figure(yuan)
        }
        return .object(fields)
    }
}
