import CaravanCore

/// The trajectory of one solver on one week as CSV: `seconds,objective,bound,solver,week`, unknown figures left empty.
struct TrajectoryFile: Sendable, Equatable {
    /// Name of the solver.
    let solver: String
    /// Id of the week.
    let week: String
    /// Its points.
    let trajectory: Trajectory
    /// Seconds to the end of the run: the time of the last row.
    let end: Double

    /// Why a file cannot be read.
    struct Unreadable: Error, CustomStringConvertible {
        /// For people.
        let description: String
    }

    /// A file to write.
    init(solver: String, week: String, trajectory: Trajectory, end: Double) {
        self.solver = solver
        self.week = week
        self.trajectory = trajectory
        self.end = max(end, trajectory.last.seconds)
    }

    /// Reads CSV by the names in its first line; `solver` and `week` may be missing there.
    /// - Throws: `Unreadable`, naming the line.
    init(csv: String, solver: String = "", week: String = "") throws(Unreadable) {
        let lines = csv.split(whereSeparator: \.isNewline)
        let cells = { (line: Substring) in line.split(separator: ",", omittingEmptySubsequences: false) }
        let names = lines.first.map(cells) ?? []
        guard let time = names.firstIndex(of: "seconds"), let value = names.firstIndex(of: "objective"),
            let bound = names.firstIndex(of: "bound")
        else { throw Unreadable(description: "line 1 does not name seconds, objective and bound") }
        let rows = lines.dropFirst().map(cells)
        var points: [Trajectory.Point] = []
        for (number, row) in rows.enumerated() {
            guard row.count == names.count, let seconds = Double(row[time]) else {
                throw Unreadable(description: "line \(number + 2) is no row of \(names.count) cells with its seconds")
            }
            points.append(.init(seconds: seconds, objective: Double(row[value]), bound: Double(row[bound])))
        }
        let text = { (name: Substring) in names.firstIndex(of: name).flatMap { at in rows.first.map { String($0[at]) } }
        }
        self.init(
            solver: text("solver") ?? solver, week: text("week") ?? week, trajectory: Trajectory(points),
            end: points.last?.seconds ?? 0)
    }

    /// The file's content. Commas in names become spaces.
    var csv: String {
        let plain = { (name: String) in String(name.map { $0 == "," || $0.isNewline ? " " : $0 }) }
        let names = ",\(plain(solver)),\(plain(week))\n"
        let figure = { (value: Double?) in value.map(plainDecimal) ?? "" }
        var closing = trajectory.last
        closing.seconds = end
        let points = trajectory.points
        let rows = points.last.map { $0.seconds < end } == false ? points : points + [closing]
        return "seconds,objective,bound,solver,week\n"
            + rows.map {
                "\(fixedDecimal($0.seconds, places: 3)),\(figure($0.objective)),\(figure($0.bound))" + names
            }.joined()
    }
}
