import ArgumentParser
import CaravanCore
import CaravanSolver
import Foundation
import Synchronization

/// Runs a study on one week document: the scenarios of a file, or the loss of each resource of a pool.
struct WhatIf: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whatif", abstract: "Run scenarios or losses on one week; print a JSON line each, and a summary.")

    @Argument(help: "The week document.") var week: String
    @Option(help: "A file of scenarios, as for WHATIF.") var scenarios: String?
    @Option(help: "experts, mentors, kits or venues: the loss of each.") var losing: String?
    @Option(help: "Seconds for all of it.") var limit = 60.0
    @Option(help: "Threads.") var threads = 2
    @Option(help: "A plan document to begin from.") var plan: String?

    func run() throws {
        let loaded = try Week(document: try Self.document(week))
        let list = try scenarios(of: loaded)
        let start = try plan.map { try Plan(document: try Self.document($0)) }
        let control = SolveControl()
        let study = ScenarioStudy(
            week: loaded, scenarios: list,
            parameters: SolveParameters(limit: limit, threads: threads, start: start), control: control,
            solve: { week, parameters throws(SolveError) in
                let outcome = try Solver(week: week, parameters: parameters, control: control).run()
                return (outcome.plan, outcome.duals)
            })
        let began = ContinuousClock.now
        let signs = Mutex<[String: Int]>([:])
        let bracket = try study.run { base in
            Console.say(Self.line("base", seconds: began, base.bracket))
        } answer: { number, answer in
            guard case .solved(let solved, let relation, let change) = answer else {
                return Console.say("\(list[number].name): \(answer)")
            }
            signs.withLock { $0[change.sign.rawValue, default: 0] += 1 }
            Console.say(Self.line(list[number].name, seconds: began, solved.bracket, relation, change))
        }
        var summary = JSONObject([
            ("scenarios", .int(list.count)), ("seconds", .number((ContinuousClock.now - began) / .seconds(1))),
            ("objective", .number(bracket.objective)), ("bound", .number(bracket.bound)),
        ])
        for (sign, count) in signs.withLock({ $0 }).sorted(by: { $0.key < $1.key }) { summary[sign] = .int(count) }
        Console.say(JSON.object(summary).text)
    }

    private func scenarios(of week: Week) throws -> [Scenario] {
        if let losing {
            guard let pool = ResourcePool(rawValue: losing) else {
                throw ValidationError("\(losing) is none of experts, mentors, kits and venues")
            }
            return Scenario.losses(of: pool, in: week)
        }
        guard let scenarios else { throw ValidationError("name a file with --scenarios or a pool with --losing") }
        guard let items = try Self.document(scenarios)["scenarios"]?.array else {
            throw ValidationError("\(scenarios) holds no list of scenarios")
        }
        return items.map { Scenario(name: $0["name"]?.string ?? "", edits: $0["edits"] ?? .array([])) }
    }

    private static func document(_ path: String) throws -> JSON {
        try JSON(parsing: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func line(
        _ name: String, seconds began: ContinuousClock.Instant, _ bracket: Bracket, _ relation: WeekRelation = .same,
        _ change: OptimumChange? = nil
    ) -> String {
        var record = JSONObject([
            ("name", .string(name)), ("seconds", .number((ContinuousClock.now - began) / .seconds(1))),
            ("objective", .number(bracket.objective)), ("bound", .number(bracket.bound)), ("gap", .number(bracket.gap)),
            ("relation", .string(relation.rawValue)),
        ])
        if let change {
            record["low"] = .number(change.low)
            record["high"] = .number(change.high)
            record["sign"] = .string(change.sign.rawValue)
        }
        return JSON.object(record).text
    }
}
