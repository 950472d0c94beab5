import CaravanCore
import CaravanProtocol
import CaravanSolver
import Synchronization

/// Verbs that compare a week with edited copies of it.
enum ScenarioHandlers {
    @Sendable static func whatif(_ exchange: Exchange) async throws -> Reply {
        let scenarios = try ScenarioList(document: try await exchange.json()).scenarios
        let answered = AnswerCount()
        let conversation = try await StudyConversation(
            exchange, kind: "whatif", hasBaseline: exchange.invocation.version(.baseline) != nil)
        var fields = try await conversation.run { run, send throws(SolveError) in
            try compare(scenarios, run, answered) { base in
                send(base.baseRecord.json)
            } record: { base, number, answer in
                send(base.record(number, scenarios[number].name, answer).json)
            }
        }
        fields.set("scenarios", scenarios.count)
        fields.set("answered", answered.value)
        return .ok(fields)
    }

    @Sendable static func critical(_ exchange: Exchange) async throws -> Reply {
        let conversation = try await StudyConversation(exchange, kind: "critical")
        let named = exchange.invocation.text(.pool).flatMap(ResourcePool.init)
        let resources = (named.map { [$0] } ?? ResourcePool.allCases).flatMap { pool in
            Scenario.losses(of: pool, in: conversation.week.week).map { (pool: pool, scenario: $0) }
        }
        let (streams, standby) = (exchange.invocation.flag(.stream), exchange.invocation.flag(.standby))
        let baseline = conversation.parameters.baseline
        let answered = AnswerCount()
        var fields = try await conversation.run { run, send throws(SolveError) in
            let ranking = LossRanking(week: run.week)
            let base = Mutex<SolvedWeek?>(nil)
            let end = try compare(resources.map(\.scenario), run, answered) { records in
                base.withLock { $0 = records.base }
                ranking.begin(records)
            } record: { _, number, answer in
                let (pool, scenario) = resources[number]
                let record = ranking.record(number, scenario.name, pool, answer)
                if streams { send(record.json) }
            }
            if !streams { for record in ranking.worstFirst { send(record.json) } }
            if standby, let plan = base.withLock({ $0?.plan }) {
                for line in try run.engine.standby(for: plan, of: run.week, against: baseline) {
                    send(StandbyRecord(line).json)
                }
            }
            return end
        }
        fields.set("resources", resources.count)
        fields.set("answered", answered.value)
        return .ok(fields)
    }

    /// Solves the scenarios and makes a record of each.
    private static func compare(
        _ scenarios: [Scenario], _ run: StudyRun, _ answered: AnswerCount, base told: (ScenarioRecords) -> Void,
        record: @escaping @Sendable (_ base: ScenarioRecords, _ number: Int, _ answer: ScenarioStudy.Answer) -> Void
    ) throws(SolveError) -> StudyEnd {
        let known = Mutex<ScenarioRecords?>(nil)
        let bracket = try run.engine.compare(scenarios, with: run.week, run.parameters, run.control) { solved in
            let records = ScenarioRecords(base: solved)
            known.withLock { $0 = records }
            run.tell(base: solved.bracket, done: 0, of: scenarios.count)
            told(records)
        } answer: { number, answer in
            guard let records = known.withLock({ $0 }) else { return }
            record(records, number, answer)
            run.tell(base: records.base.bracket, done: answered.increment(), of: scenarios.count)
        }
        return run.end(bracket)
    }
}

/// Counts what is done, on any thread.
final class AnswerCount: Sendable {
    private let count = Mutex(0)

    /// How many there are by now.
    var value: Int { count.withLock { $0 } }

    /// One more; returns how many there are.
    func increment() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}
