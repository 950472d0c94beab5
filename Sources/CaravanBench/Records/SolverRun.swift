import CaravanCore

/// One solver on one week.
struct SolverRun: Sendable, Equatable {
    /// `caravan`, or the name of a peer.
    let solver: String
    /// Seconds it was given.
    let limit: Double
    /// Seconds it took by its own count; nil where it did not come to its end.
    let seconds: Double?
    /// What it knew when.
    let trajectory: Trajectory
    /// Further figures by name: peak memory, placements, iterations and so on.
    let statistics: [String: Double]
    /// How it ended, for people.
    let note: String

    /// A run.
    init(
        solver: String, limit: Double, seconds: Double?, trajectory: Trajectory, statistics: [String: Double] = [:],
        note: String = ""
    ) {
        self.solver = solver
        self.limit = limit
        self.seconds = seconds
        self.trajectory = trajectory
        self.statistics = statistics
        self.note = note
    }

    /// When it came to its end, at the latest at its limit.
    var end: Double { min(limit, seconds ?? limit) }

    /// Seconds of the process that the solver does not count as its own: building the model, a start by other means.
    var uncounted: Double? {
        guard let wall = statistics["wall"], let seconds else { return nil }
        return max(0, wall - seconds)
    }

    /// The run as JSON, its trajectory as `[seconds, objective, bound]` with null for what is unknown.
    var json: JSON {
        let figure = { (value: Double?) in value.map(JSON.number) ?? .null }
        let points = trajectory.points.map {
            JSON.array([.number($0.seconds), figure($0.objective), figure($0.bound)])
        }
        return [
            "solver": .string(solver), "limit": .number(limit), "seconds": figure(seconds), "note": .string(note),
            "statistics": .object(
                JSONObject(statistics.sorted { $0.key < $1.key }.map { ($0.key, JSON.number($0.value)) })),
            "trajectory": .array(points),
        ]
    }

    /// Reads what `json` wrote; nil for anything else.
    init?(json: JSON) {
        guard let solver = json["solver"]?.string, let limit = json["limit"]?.number,
            let points = json["trajectory"]?.array, let statistics = json["statistics"]?.object
        else { return nil }
        let course = points.compactMap { point -> Trajectory.Point? in
            guard let cells = point.array, cells.count == 3, let seconds = cells[0].number else { return nil }
            return .init(seconds: seconds, objective: cells[1].number, bound: cells[2].number)
        }
        let figures = statistics.fields.compactMap { field in field.value.number.map { (field.key, $0) } }
        self.init(
            solver: solver, limit: limit, seconds: json["seconds"]?.number, trajectory: Trajectory(course),
            statistics: Dictionary(figures) { $1 }, note: json["note"]?.string ?? "")
    }
}
