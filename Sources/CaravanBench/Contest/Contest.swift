import CaravanCore
import Foundation

/// Caravan and its peers on one week after another, one solver at a time, each in a process of its own.
struct Contest {
    /// Seconds for Caravan, and for each peer.
    let limit: Double
    let peerLimit: Double
    let peers: [String]
    /// Seconds beyond its limit before a peer is killed: building the model in Python is not part of the limit.
    let grace: Double
    let material: Material
    /// Threads of a peer; Caravan uses as many.
    private static let workers = "2"

    /// Every solver on a week; `announce` is told before each begins.
    /// - Parameter knownBest: The best objective found before, besides the published ones.
    func record(of week: WeekFile, knownBest: Double? = nil, announce: (String) -> Void) throws -> WeekRecord {
        var runs: [SolverRun] = []
        for solver in ["caravan"] + peers {
            announce(solver)
            runs.append(try solver == "caravan" ? caravan(week) : peer(solver, week))
        }
        return WeekRecord(
            week: week.id, kind: week.kind, requests: week.requests,
            knownBest: [material.best[week.id], knownBest].compactMap(\.self).min(), runs: runs)
    }

    /// A process of its own, so that its peak memory is that of one solve.
    func caravan(_ week: WeekFile) throws -> SolverRun {
        let course = FileManager.default.temporaryDirectory.appendingPathComponent("course-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: course) }
        let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
        let process = try ChildProcess(
            program, ["solve", week.path, "--limit", String(limit), "--trajectory", course.path],
            deadline: limit + grace)
        guard process.status == 0, let record = try? JSON(parsing: process.output) else {
            return SolverRun(
                solver: "caravan", limit: limit, seconds: nil, trajectory: Trajectory([]), note: Self.failure(process))
        }
        let file = try TrajectoryFile(csv: String(contentsOf: course, encoding: .utf8))
        let figures = (record.object?.fields ?? []).compactMap { field in field.value.number.map { (field.key, $0) } }
        return SolverRun(
            solver: "caravan", limit: limit, seconds: record["seconds"]?.number,
            trajectory: Trajectory(file.trajectory.points, limit: limit),
            statistics: Dictionary(figures) { $1 }, note: record["status"]?.string ?? "")
    }

    private func peer(_ name: String, _ week: WeekFile) throws -> SolverRun {
        let folder = "\(material.folder)/peers"
        let arguments =
            name == "cpsat"
            ? ["\(folder)/cpsat.py", week.path, "--workers", Self.workers]
            : ["\(folder)/mps.py", week.path, "--solver", name, "--threads", Self.workers]
        let process = try ChildProcess(
            "python3", arguments + ["--limit", plainDecimal(peerLimit), "--log"], deadline: peerLimit + grace)
        let output = PeerOutput(process.output, solver: name, limit: peerLimit)
        return SolverRun(
            solver: name, limit: peerLimit, seconds: output.seconds, trajectory: output.trajectory,
            statistics: ["wall": process.seconds], note: note(output, process))
    }

    private func note(_ output: PeerOutput, _ process: ChildProcess) -> String {
        guard let seconds = output.seconds else { return Self.failure(process) }
        let over = seconds - peerLimit
        let late = over > 1 + peerLimit / 20 ? ["ran \(FigureText.seconds(over)) s over"] : []
        return (late + [output.status?.lowercased() ?? ""]).joined(separator: ", ")
    }

    private static func failure(_ process: ChildProcess) -> String {
        process.isKilled
            ? "killed after \(FigureText.seconds(process.seconds)) s"
            : "failed with \(process.status): \(process.complaint)"
    }
}
