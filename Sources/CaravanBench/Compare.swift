import ArgumentParser
import CaravanBenchmark
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

    func run() throws {
        let material = try Material(folder: shared)
        let room = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-weeks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: room) }
        let contest = Contest(
            limit: limit, peerLimit: peerLimit ?? limit, peers: Self.list(peers), grace: grace, material: material)
        let tables = ComparisonTables(at: try moments)
        var records: [WeekRecord] = []
        for file in try files(material, room) {
            let record = try contest.record(of: file) { Console.tell("\(file.id): \($0)") }
            records.append(record)
            Console.say(tables.table(of: record).text)
            if let csv { try Self.write(record, to: csv) }
            if let json { try Self.write(records, to: json) }
        }
        Console.say(tables.summary(of: records).text)
        Console.say(tables.courses(of: records).text)
    }

    private func files(_ material: Material, _ room: URL) throws -> [WeekFile] {
        if let weeks { return try Self.list(weeks).map { try WeekFile(path: $0, kind: "given") } }
        return try Self.numbers(seeds).map {
            try material.week(size: size, seed: Int($0), flavour: flavour, in: room)
        }
    }

    private var moments: [Double] {
        get throws { try at.map(Self.numbers) ?? Array(Set([limit, peerLimit ?? limit])).sorted() }
    }

    private static func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }

    private static func numbers(_ text: String) throws -> [Double] {
        try list(text).map { part in
            guard let number = Double(part), number.isFinite else { throw ValidationError("\(part) is no number") }
            return number
        }
    }

    private static func write(_ record: WeekRecord, to folder: String) throws {
        let folder = URL(fileURLWithPath: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for run in record.runs {
            let file = TrajectoryFile(solver: run.solver, week: record.week, trajectory: run.trajectory, end: run.end)
            let name = "\(record.week)-\(run.solver).csv"
            try file.csv.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
    }

    /// After every week, so that a comparison that is broken off leaves what it has.
    private static func write(_ records: [WeekRecord], to path: String) throws {
        let document = JSON.object(JSONObject([("weeks", .array(records.map(\.json)))]))
        try (document.text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}
