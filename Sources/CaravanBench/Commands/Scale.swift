import ArgumentParser
import Foundation

/// Solves weeks of every size with Caravan alone, and fits what they cost to a power of the number of requests.
struct Scale: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Cost against size: first plan, 5 % gap, memory, placements, candidates, and their exponents.")

    @Option(help: "Sizes, separated by commas.") var sizes = BenchmarkSuite.sizes.joined(separator: ",")
    @Option(help: "Seeds, separated by commas.") var seeds = "101,102,103"
    @Option(help: "Seconds a week.") var limit = 60.0
    @Option(help: "Write everything measured to this file as JSON.") var json: String?
    @Option(help: "Where the generator is.") var shared =
        ProcessInfo.processInfo.environment["CARAVAN_SHARED"] ?? "../shared"

    func run() throws {
        let contest = Contest(
            limit: limit, peerLimit: limit, peers: [], grace: 600, material: try Material(folder: shared))
        var records: [WeekRecord] = []
        for size in CommaList.words(sizes) {
            for seed in try CommaList.numbers(seeds) {
                let week = try contest.material.week(size: size, seed: Int(seed), flavour: nil)
                records.append(try contest.record(of: week) { _ in Console.tell(week.id) })
                if let json { try RecordFiles.write(records, to: json) }
            }
        }
        Console.say(ScaleTable(records).table.text)
    }
}
