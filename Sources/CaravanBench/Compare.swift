import ArgumentParser
import CaravanCore
import Foundation

/// Solves generated weeks of one size, several seeds, with Caravan and its peers one after the other, and prints a table
/// with medians.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare with other solvers on generated weeks; needs the shared instances and peers.")

    @Option(help: "tiny, small, county, city or province.") var size = "county"
    @Option(help: "Seeds, separated by commas.") var seeds = "101,102,103"
    @Option(help: "rich or tight weeks.") var flavour: String?
    @Option(help: "Seconds for Caravan.") var limit = 30.0
    @Option(help: "Seconds for each peer; Caravan's unless given.") var peerLimit: Double?
    @Option(help: "cpsat, highs, scip, cbc, glpsol, separated by commas; empty for none.") var peers = "cpsat"
    @Option(help: "Where generator, checker and peers are.") var shared =
        ProcessInfo.processInfo.environment["CARAVAN_SHARED"] ?? "../shared"

    /// One solver on one week.
    private struct Row {
        let solver: String
        let objective: Double?
        let bound: Double?
        let seconds: Double
        let note: String
        var gap: Double? {
            guard let objective, let bound else { return nil }
            return max(0, objective - bound) / max(1, objective.magnitude)
        }
    }

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var rows: [Row] = []
        say("week\tsolver\tobjective\tbound\tgap\tseconds\tnote")
        for seed in seeds.split(separator: ",") {
            let week = folder.appendingPathComponent("\(size)-\(seed).json").path
            let flags = flavour.map { ["--\($0)"] } ?? []
            _ = try output(
                "python3", ["\(shared)/instances/generate.py", size, "--seed", String(seed), "-o", week] + flags)
            let solvers = ["caravan"] + peers.split(separator: ",").map(String.init)
            for solver in solvers {
                let row = try solver == "caravan" ? caravan(week) : peer(solver, week)
                say("\(size)-\(seed)\t" + text(row))
                rows.append(row)
            }
        }
        for solver in Set(rows.map(\.solver)).sorted() {
            say("median\t" + text(median(of: rows.filter { $0.solver == solver })))
        }
    }

    /// Unbuffered: a table that takes minutes is read while it grows.
    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    private func text(_ row: Row) -> String {
        func shown(_ value: Double?, _ digits: Int) -> String {
            value.map { String(format: "%.\(digits)f", $0) } ?? "-"
        }
        let gap = row.gap.map { String(format: "%.2f %%", $0 * 100) } ?? "-"
        return
            "\(row.solver)\t\(shown(row.objective, 1))\t\(shown(row.bound, 1))\t\(gap)\t\(shown(row.seconds, 1))\t\(row.note)"
    }

    private func median(of rows: [Row]) -> Row {
        func middle(_ values: [Double]) -> Double? { values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2] }
        return Row(
            solver: rows[0].solver, objective: middle(rows.compactMap(\.objective)),
            bound: middle(rows.compactMap(\.bound)),
            seconds: middle(rows.map(\.seconds)) ?? 0,
            note: middle(rows.compactMap(\.gap)).map { String(format: "median gap %.2f %%", $0 * 100) } ?? "")
    }

    /// A process of its own, so that its peak memory is that of one solve.
    private func caravan(_ week: String) throws -> Row {
        let line = try output(CommandLine.arguments[0], ["solve", week, "--limit", String(limit)])
        let record = try JSON(parsing: line)
        let figure = { (name: String) in record[name]?.number ?? 0 }
        return Row(
            solver: "caravan", objective: record["objective"]?.number, bound: record["bound"]?.number,
            seconds: figure("seconds"),
            note: String(
                format: "%@, first plan %.2f s, %.0f MB, %.0f iterations", record["status"]?.string ?? "",
                figure("firstPlan"), figure("peakMB"), figure("iterations")))
    }

    private func peer(_ name: String, _ week: String) throws -> Row {
        let seconds = String(peerLimit ?? limit)
        let arguments =
            name == "cpsat"
            ? ["\(shared)/peers/cpsat.py", week, "--limit", seconds, "--workers", "2"]
            : ["\(shared)/peers/mps.py", week, "--solver", name, "--limit", seconds, "--threads", "2"]
        let last = try output("python3", arguments).split(separator: "\n").last.map(String.init) ?? ""
        var figures: [String: Double] = [:]
        for part in last.split(separator: " ") {
            let pair = part.split(separator: "=")
            if pair.count == 2 { figures[String(pair[0])] = Double(pair[1]) }
        }
        return Row(
            solver: name, objective: figures["objective"].flatMap { $0.isFinite ? $0 : nil },
            bound: figures["bound"].flatMap { $0.isFinite ? $0 : nil }, seconds: figures["seconds"] ?? 0, note: "")
    }

    private func output(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ValidationError(
                "\(program) \(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
