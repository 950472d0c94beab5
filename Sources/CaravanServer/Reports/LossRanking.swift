import CaravanCore
import CaravanProtocol
import CaravanSolver
import Synchronization

/// The records of `CRITICAL`: what the loss of each resource costs, collected as they come and ranked at the end.
final class LossRanking: Sendable {
    private struct State {
        var base: ScenarioRecords?
        var uses: [String: Int] = [:]
        var losses: [LossRecord] = []
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
    func record(_ number: Int, _ id: String, _ pool: ResourcePool, _ answer: ScenarioStudy.Answer) -> LossRecord {
        let (base, uses) = state.withLock { ($0.base, $0.uses[id] ?? 0) }
        let name =
            pool == .venues
            ? week.venue(id).map { week.venues[$0].name } : week.member(id).map { week.members[$0].name }
        var record = LossRecord()
        (record.resource, record.name, record.pool) = (id, name ?? "", pool.rawValue)
        (record.number, record.sessions) = (number + 1, uses)
        if let base { (record.figures, record.error) = base.content(answer) }
        state.withLock { [record] state in state.losses.append(record) }
        return record
    }

    /// All of them, the worst first; what nobody can do without before that.
    var worstFirst: [LossRecord] {
        state.withLock { $0.losses }.sorted { left, right in
            (right.cost, right.most, left.number) < (left.cost, left.most, right.number)
        }
    }
}

extension LossRecord {
    /// Points; infinite where no plan is left.
    fileprivate var cost: Double { figures?.delta ?? .infinity }
    fileprivate var most: Double { figures?.deltaHigh ?? .infinity }
}

extension StandbyRecord {
    /// A line of the list.
    init(_ standby: Standby) {
        self.init()
        (request, start, member) = (standby.request, standby.start, standby.member)
        (choices, substitute) = (standby.choices, standby.substitute)
        if standby.substitute != nil { (points, yuan) = (standby.points, standby.yuan) }
    }
}
