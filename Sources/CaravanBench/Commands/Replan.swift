import ArgumentParser
import CaravanCore
import CaravanSolver
import Foundation

/// Cancels things that plans use, and measures how that is answered.
struct Replan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: """
            Random cancellations on generated or given weeks: time, gap and sessions changed, median and 95th percentile.
            """
    )

    @Option(help: "tiny, small, county, city or province.") var size = "city"
    @Option(help: "Seeds, separated by commas.") var seeds = "1,2,3"
    @Option(help: "rich or tight weeks.") var flavour: String?
    @Option(help: "Week documents, separated by commas, instead of generated weeks.") var weeks: String?
    @Option(help: "Cancellations a week.") var count = 10
    @Option(help: "Edits of each cancellation; without it one to three.") var edits: Int?
    @Option(help: "Seconds for the plan that is cancelled.") var baselineLimit = 30.0
    @Option(help: "Seconds for each answer; without it steps are counted.") var limit: Double?
    @Option(help: "A folder where the plans that are cancelled are kept, and found again the next time.") var plans:
        String?
    @Option(help: "Write a line of JSON for each cancellation to this file.") var json: String?
    @Flag(help: "Also work out what each further change buys.") var frontier = false
    @Option(help: "Where the generator is.") var shared =
        ProcessInfo.processInfo.environment["CARAVAN_SHARED"] ?? "../shared"

    func run() throws {
        let material = try Material(folder: shared)
        var records: [ReplanRecord] = []
        for (file, seed) in try files(material) {
            let week = try Week(document: JSON(parsing: Data(contentsOf: URL(fileURLWithPath: file.path))))
            let base = try baseline(of: week)
            var generator = SplitMix(state: seed)
            var (answered, draws) = (0, 0)
            while answered < count, draws < 3 * count {
                draws += 1
                let cancellation = Cancellation(of: base.plan, in: week, edits: edits, using: &generator)
                do {
                    let record = try answer(cancellation, to: base, week)
                    records.append(record)
                    Console.tell("\(answered): \(record.document.text)")
                    answered += 1
                } catch SolveError.infeasible(let contradictions) {
                    // A pinned session may need just what is cancelled: refused, as the daemon does; another is drawn.
                    Console.tell(
                        "\(cancellation.name) refused: \(contradictions.map(\.phrase.english).joined(separator: "; "))")
                }
            }
        }
        if let json {
            let lines = records.map(\.document.text).joined(separator: "\n") + "\n"
            try lines.write(toFile: json, atomically: true, encoding: .utf8)
        }
        Console.say(ReplanTable(records).table.text)
    }

    /// Weeks with the seeds of their cancellations.
    private func files(_ material: Material) throws -> [(WeekFile, UInt64)] {
        if let weeks {
            return try CommaList.words(weeks).enumerated().map { number, path in
                (try WeekFile(path: path, kind: "given"), UInt64(number + 1))
            }
        }
        return try CommaList.numbers(seeds).map {
            (try material.week(size: size, seed: Int($0), flavour: flavour), UInt64($0))
        }
    }

    /// The plan that is cancelled, with what its bound rested on: as the daemon keeps both.
    private struct Baseline {
        var plan: Plan
        let duals: DualStart?
    }

    private func baseline(of week: Week) throws -> Baseline {
        let path = plans.map { "\($0)/\(week.id)" }
        if let path, let bytes = FileManager.default.contents(atPath: path + ".json") {
            let duals = FileManager.default.contents(atPath: path + ".duals").flatMap { DualStart(encoded: Array($0)) }
            return Baseline(plan: try Plan(document: JSON(parsing: bytes)), duals: duals)
        }
        let outcome = try Solver(week: week, parameters: SolveParameters(limit: baselineLimit)).run()
        let duals = outcome.duals?.encoded
        if let plans, let path {
            try FileManager.default.createDirectory(atPath: plans, withIntermediateDirectories: true)
            try outcome.plan.document.text.write(toFile: path + ".json", atomically: true, encoding: .utf8)
            if let duals { try Data(duals).write(to: URL(fileURLWithPath: path + ".duals")) }
        }
        return Baseline(plan: outcome.plan, duals: duals.flatMap(DualStart.init(encoded:)))
    }

    private func answer(_ cancellation: Cancellation, to base: Baseline, _ week: Week) throws -> ReplanRecord {
        var parameters = SolveParameters(
            limit: limit ?? 30, isCounted: limit == nil, baseline: base.plan, duals: base.duals)
        parameters.baseline?.version = 1
        let (began, cpu) = (ContinuousClock.now, clock())
        let edited = try Week(document: WeekEdits.apply(.array(cancellation.edits), to: week.document))
        parameters.reached = edited.decisionsReached(from: week, in: base.plan)
        let outcome = try Solver(week: edited, parameters: parameters).run()
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        let record = ReplanRecord(
            week: week.id, edits: cancellation.name, seconds: seconds,
            processorSeconds: Double(clock() - cpu) / Double(CLOCKS_PER_SEC), baselineGap: base.plan.gap ?? 1,
            gap: outcome.plan.gap ?? 1, changed: changed(from: base.plan, to: outcome.plan),
            repaired: repaired(base.plan, edited), objective: outcome.plan.objective ?? .infinity)
        if frontier { try tellFrontier(of: outcome.plan, edited, parameters) }
        return record
    }

    private func tellFrontier(of plan: Plan, _ week: Week, _ parameters: SolveParameters) throws {
        let began = ContinuousClock.now
        let frontier = try FrontierStudy(week: week, parameters: parameters, best: plan).run()
        let points = frontier.points.map {
            "\($0.changes): \(FigureText.whole($0.objective)), gap \(FigureText.percent($0.gap))"
        }
        let seconds = FigureText.seconds((ContinuousClock.now - began) / .seconds(1))
        Console.tell("frontier in \(seconds) s: " + points.joined(separator: "; "))
    }

    private func changed(from baseline: Plan, to plan: Plan) -> Int {
        Set(PlanDifference(from: baseline, to: plan).changes.map(\.request)).count
    }

    /// Points of what is left of the baseline when every session that breaks a rule of its own is dropped.
    private func repaired(_ baseline: Plan, _ week: Week) -> Double {
        let checker = Checker(week: week)
        let standing = baseline.sessions.filter { session in
            let alone = Plan(week: week.id, sessions: [session])
            let own: Set<Rule> = [.H1, .H2, .H4, .H5, .H6]
            return week.request(session.request) != nil
                && !checker.check(alone).violations.contains { own.contains($0.rule) }
        }
        return checker.check(Plan(week: week.id, sessions: standing), baseline: baseline).terms.total
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same cancellations on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
