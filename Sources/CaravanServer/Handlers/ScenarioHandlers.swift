import CaravanCore
import CaravanProtocol
import CaravanSolver
import CaravanStore

/// Verbs that solve what is not stored and store nothing.
enum ScenarioHandlers {
    @Sendable static func whatif(_ exchange: Exchange) async throws -> Reply {
        let scenarios = try ScenarioList(document: try await exchange.json()).scenarios
        let stored = try await exchange.services.weeks.week(exchange.id("week"))
        var parameters = SolveParameters(threads: exchange.services.configuration.threadsPerJob)
        if let limit = exchange.invocation.number("limit") { parameters.limit = limit }
        if exchange.invocation.version("baseline") != nil {
            parameters.baseline = try Plan(document: JSON(parsing: try await exchange.plan("baseline").text))
        }
        parameters.start = try await start(for: stored, exchange.services.store)
        // Answers to earlier commands must not wait for the solves.
        try await exchange.sink.flush()
        let records = try await records(of: scenarios, stored.week, parameters, exchange.services)
        var fields: ReplyFields = ["week": stored.week.id]
        fields.set("revision", stored.head.revision)
        fields.set("scenarios", scenarios.count)
        return .ok(fields, records: records)
    }

    /// The plan from which the base begins: the published one, else the latest of the week's revision.
    private static func start(for week: StoredWeek, _ store: Store) async throws -> Plan? {
        for choice in [VersionChoice.published, .latest] {
            do throws(StoreError) {
                let stored = try await store.plan(of: week.week.id, choice)
                if choice == .latest, stored.summary.revision != week.head.revision { continue }
                if let document = try? JSON(parsing: stored.text) { return try? Plan(document: document) }
            } catch {
                guard error.code == .notFound else { throw error }
            }
        }
        return nil
    }

    /// Solves on the thread for studies, until the end or until the client is gone.
    private static func records(
        of scenarios: [Scenario], _ week: Week, _ parameters: SolveParameters, _ services: Services
    ) async throws -> [JSON] {
        let (engine, control) = (services.engine, JobControl())
        return try await withTaskCancellationHandler {
            try await services.studies.run {
                let study = ScenarioStudy(week: week, parameters: parameters, scenarios: scenarios.count)
                let solve: ScenarioStudy.Solve = { week, parameters throws(SolveError) in
                    try engine.solve(week, parameters, control) { _, _ in }.plan
                }
                if control.isStopped { throw CancellationError() }
                let comparison = ScenarioRecords(base: try study.base(solve))
                var records = [comparison.baseRecord]
                for scenario in scenarios {
                    if control.isStopped { throw CancellationError() }
                    let answer = study.answer(scenario, from: comparison.base, solve)
                    records.append(comparison.record(scenario.name, answer))
                }
                return records
            }
        } onCancel: {
            control.stop()
        }
    }
}
