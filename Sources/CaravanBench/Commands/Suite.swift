import ArgumentParser
import Foundation

/// Runs the whole benchmark and prints the figures that the program is judged by.
struct Suite: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The whole benchmark: weeks of every size beside the peers, in minutes, or in hours with --full.")

    @Flag(help: "Every seed, every peer, limits of minutes: takes hours.") var full = false
    @Option(help: "Kinds of weeks, separated by commas, instead of all: tiny, tiny rich, small, ...") var only: String?
    @Flag(help: "Leave out weeks whose record is there already.") var resume = false
    @Option(help: "Where records, trajectories, charts and the report go; .bench/quick or .bench/full unless given.")
    var folder: String?
    @Option(help: "Seconds for building a model beyond the limit, before a solver is killed.") var grace = 600.0
    @Option(help: "Where generator and peers are.") var shared =
        ProcessInfo.processInfo.environment["CARAVAN_SHARED"] ?? "../shared"

    func run() throws {
        let material = try Material(folder: shared)
        var records: [WeekRecord] = []
        for step in try steps {
            let contest = Contest(
                limit: step.limit, peerLimit: step.limit, peers: step.peers, grace: grace, material: material)
            for week in try weeks(of: step, material) {
                let record = try measure(week, contest)
                records.append(record)
                Console.say(ComparisonTables(at: BenchmarkSuite.moments).table(of: record).text)
            }
        }
        let report = ReportText(records).text
        try RecordFiles.write(report, to: "\(place)/report.md")
        Console.say(report)
    }

    private var steps: [BenchmarkSuite.Step] {
        get throws {
            let suite = full ? BenchmarkSuite.full : .quick
            guard let kinds = only?.split(separator: ",").map(String.init) else { return suite.steps }
            let steps = suite.steps.filter { kinds.contains($0.kind) }
            guard !steps.isEmpty else {
                throw ValidationError("--only takes \(suite.steps.map(\.kind).joined(separator: ", "))")
            }
            return steps
        }
    }

    private func weeks(of step: BenchmarkSuite.Step, _ material: Material) throws -> [WeekFile] {
        switch step.source {
        case .generated(let size, let flavour, let seeds):
            try seeds.map { try material.week(size: size, seed: $0, flavour: flavour) }
        case .given(let here, let there):
            try (here + there.map { "\(shared)/\($0)" }).map { try WeekFile(path: $0, kind: step.kind) }
        }
    }

    private var place: String { folder ?? (full ? ".bench/full" : ".bench/quick") }

    /// The record of a week: what is there already with `--resume`, else a new one with its files. The best objective of
    /// the record before stays known.
    private func measure(_ week: WeekFile, _ contest: Contest) throws -> WeekRecord {
        let path = "\(place)/weeks/\(week.id).json"
        let earlier = try? RecordFiles.read([path]).first
        if resume, let earlier { return earlier }
        let record = try contest.record(of: week, knownBest: earlier?.best) { Console.tell("\(week.id): \($0)") }
        try RecordFiles.write([record], to: path)
        try RecordFiles.writeTrajectories(record, to: "\(place)/trajectories")
        try RecordFiles.writeChart(record, to: "\(place)/charts")
        return record
    }
}
