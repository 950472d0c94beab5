import ArgumentParser
import CaravanCore
import CaravanSolver
import Foundation
import Synchronization

/// Solves one week document and prints its figures as one JSON line.
struct SolveWeek: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve", abstract: "Solve one week; print objective, bound, seconds and peak memory as JSON.")

    @Argument(help: "The week document.") var week: String
    @Option(help: "Seconds.") var limit = 30.0
    @Option(help: "Seed of the search.") var seed: UInt64 = 1
    @Option(help: "Search iterations instead of seconds.") var work: Int?
    @Option(help: "Parts to leave out, separated by commas, to measure what they give: column generation, ...")
    var without: String?
    @Option(name: .customLong("set"), help: "Set a tuning constant, name=value, for an experiment; may be repeated.")
    var settings: [String] = []
    @Option(help: "Threads that the solve may keep busy; with one, search and bound take turns.") var threads = 2
    @Option(help: "Write seconds, objective, bound and phase of every improvement to this CSV file.") var trajectory:
        String?
    @Option(help: "Write the plan document to this file.") var plan: String?

    func run() throws {
        let began = ContinuousClock.now
        let bytes = try Data(contentsOf: URL(fileURLWithPath: week))
        let loaded = try Week(document: JSON(parsing: bytes))
        let loading = (ContinuousClock.now - began) / .seconds(1)
        var parameters = SolveParameters(limit: work == nil ? limit : .infinity, seed: seed, work: work)
        parameters.threads = threads
        parameters.takesTurns = threads <= 1
        parameters.idleParts = try idleParts
        parameters.tuning = try tuning
        let progress = Mutex<[SolveProgress]>([])
        let outcome = try Solver(week: loaded, parameters: parameters).run { event in
            // By the clock of this process: reading the week and enumerating its placements count too.
            var news = event.progress
            news.seconds = (ContinuousClock.now - began) / .seconds(1)
            progress.withLock { $0.append(news) }
        }
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        let course = progress.withLock { $0 }
        if let trajectory { try write(course, to: trajectory) }
        if let plan { try outcome.plan.document.prettyText.write(toFile: plan, atomically: true, encoding: .utf8) }
        var record = JSONObject([
            ("objective", .number(outcome.plan.objective ?? 0)), ("bound", .number(outcome.plan.bound ?? 0)),
            ("gap", .number(outcome.plan.gap ?? 1)), ("status", .string(outcome.plan.status?.rawValue ?? "")),
            ("termination", .string(outcome.termination.rawValue)), ("held", .int(outcome.plan.sessions.count)),
            ("requests", .int(loaded.requests.count)), ("seconds", .number(seconds)), ("loading", .number(loading)),
            ("firstPlan", .number(course.first { $0.objective != nil }?.seconds ?? seconds)),
            ("peakMB", .number(Self.peakMemoryMB)),
        ])
        for figure in outcome.statistics { record[figure.name] = .number(figure.value) }
        print(JSON.object(record).text)
    }

    private var tuning: Tuning {
        get throws {
            var tuning = Tuning()
            for setting in settings {
                let (name, value) = try Self.parts(of: setting)
                do {
                    try tuning.set(name, to: value)
                } catch {
                    throw ValidationError("--set: \(error)")
                }
            }
            return tuning
        }
    }

    private static func parts(of setting: String) throws -> (name: String, value: Double) {
        let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let value = Double(parts[1]) else {
            throw ValidationError("--set takes name=value with a number, not \(setting)")
        }
        return (parts[0], value)
    }

    private var idleParts: Set<String> {
        get throws {
            let names = Set(without.map(CommaList.words) ?? [])
            guard names.isSubset(of: SolveParameters.optionalParts) else {
                throw ValidationError(
                    "--without takes \(SolveParameters.optionalParts.sorted().joined(separator: ", "))")
            }
            return names
        }
    }

    private func write(_ course: [SolveProgress], to path: String) throws {
        let lines = course.map {
            "\($0.seconds),\($0.objective.map(plainDecimal) ?? ""),\($0.bound.map(plainDecimal) ?? ""),\($0.phase)"
        }
        let text = "seconds,objective,bound,phase\n" + lines.joined(separator: "\n") + "\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Peak resident memory of this process, megabytes, as Linux counts it; 0 elsewhere.
    private static var peakMemoryMB: Double {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
        else { return 0 }
        return kilobytes / 1024
    }
}
