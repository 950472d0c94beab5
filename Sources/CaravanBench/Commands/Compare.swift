import ArgumentParser
import CaravanCore
import Foundation

/// Solves weeks with Caravan and its peers one after the other, and prints what each knew at given moments.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare with other solvers on generated or given weeks; needs the shared instances and peers.")

    @Option(help: "tiny, small, county, city or province.") var size = "county"
    @Option(help: "Seeds, separated by commas.") var seeds = "101,102,103"
    @Option(help: "rich or tight weeks.") var flavour: String?
    @Option(help: "Week documents, separated by commas, instead of generated weeks.") var weeks: String?
    @Option(help: "Seconds for Caravan.") var limit = 30.0
    @Option(help: "Seconds for each peer; Caravan's unless given.") var peerLimit: Double?
    @Option(help: "cpsat, highs, scip, cbc, glpsol, separated by commas; empty for none.") var peers = "cpsat"
    @Option(
        help: "Seconds at which objective, bound and gap are read off, separated by commas; the limits unless given.")
    var at: String?
    @Option(help: "Seconds for building a model beyond the limit, before a solver is killed.") var grace = 600.0
    @Option(help: "Write the trajectory of every solver on every week to this folder as CSV.") var csv: String?
    @Option(help: "Write everything measured to this file as JSON.") var json: String?
    @Option(help: "Where generator and peers are.") var shared =
        ProcessInfo.processInfo.environment["CARAVAN_SHARED"] ?? "../shared"

    func validate() throws {
        for peer in CommaList.words(peers) where !BenchmarkSuite.everyPeer.contains(peer) {
            throw ValidationError("\(peer) is none of \(BenchmarkSuite.everyPeer.joined(separator: ", "))")
        }
    }

    func run() throws {
        let material = try Material(folder: shared)
        let contest = Contest(
            limit: limit, peerLimit: peerLimit ?? limit, peers: CommaList.words(peers), grace: grace, material: material
        )
        let tables = ComparisonTables(at: try moments)
        var records: [WeekRecord] = []
        for file in try files(material) {
            let record = try contest.record(of: file) { Console.tell("\(file.id): \($0)") }
            records.append(record)
            Console.say(tables.table(of: record).text)
            if let csv { try RecordFiles.writeTrajectories(record, to: csv) }
            // After every week, so that a comparison that is broken off leaves what it has.
            if let json { try RecordFiles.write(records, to: json) }
        }
        for kind in WeekRecord.kinds(of: records) {
            let weeks = records.filter { $0.kind == kind }
            Console.say(tables.summary(of: weeks).text)
            Console.say(tables.courses(of: weeks).text)
        }
    }

    private func files(_ material: Material) throws -> [WeekFile] {
        if let weeks { return try CommaList.words(weeks).map { try WeekFile(path: $0, kind: "given") } }
        return try CommaList.numbers(seeds).map { try material.week(size: size, seed: Int($0), flavour: flavour) }
    }

    private var moments: [Double] {
        get throws { try at.map(CommaList.numbers) ?? Array(Set([limit, peerLimit ?? limit])).sorted() }
    }
}
