import ArgumentParser
import CaravanCore
import Foundation

/// Records and what is made of them, as files.
enum RecordFiles {
    /// Records as JSON: `{"weeks": [...]}`.
    static func write(_ records: [WeekRecord], to path: String) throws {
        let document = JSON.object(JSONObject([("weeks", .array(records.map(\.json)))]))
        try write(document.text + "\n", to: path)
    }

    /// The records of several files, those of the same week merged.
    static func read(_ paths: [String]) throws -> [WeekRecord] {
        let records = try paths.flatMap { path in
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let weeks = (try? JSON(parsing: bytes))?["weeks"]?.array ?? []
            let records = weeks.compactMap(WeekRecord.init(json:))
            guard !records.isEmpty, records.count == weeks.count else {
                throw ValidationError("\(path) does not hold records of weeks")
            }
            return records
        }
        return WeekRecord.merged(records)
    }

    /// The trajectory of every solver as `WEEK-SOLVER.csv`.
    static func writeTrajectories(_ record: WeekRecord, to folder: String) throws {
        for file in trajectories(record) { try write(file.csv, to: "\(folder)/\(file.week)-\(file.solver).csv") }
    }

    /// Plan and bound of every solver over time as `WEEK.svg`.
    static func writeChart(_ record: WeekRecord, to folder: String) throws {
        try write(TrajectoryChart(trajectories(record)).svg, to: "\(folder)/\(record.week).svg")
    }

    /// A file, its folder made where there is none.
    static func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    private static func trajectories(_ record: WeekRecord) -> [TrajectoryFile] {
        record.runs.map {
            TrajectoryFile(solver: $0.solver, week: record.week, trajectory: $0.trajectory, end: $0.end)
        }
    }
}
