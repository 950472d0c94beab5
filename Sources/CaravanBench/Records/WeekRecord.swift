import CaravanCore

/// All solvers on one week.
struct WeekRecord: Sendable, Equatable {
    /// Id of the week.
    let week: String
    /// Weeks of one kind are summed up together: `county`, `tiny rich`, `given`.
    let kind: String
    /// How many requests it has.
    let requests: Int
    /// The best objective known from elsewhere.
    let knownBest: Double?
    /// One run a solver.
    let runs: [SolverRun]

    /// A record.
    init(week: String, kind: String, requests: Int, knownBest: Double? = nil, runs: [SolverRun]) {
        self.week = week
        self.kind = kind
        self.requests = requests
        self.knownBest = knownBest
        self.runs = runs
    }

    /// The best objective known, from this comparison or from elsewhere.
    var best: Double? {
        (runs.map(\.trajectory.last.objective) + [knownBest]).compactMap(\.self).min()
    }

    /// Seconds that every solver had.
    var commonLimit: Double { runs.map(\.limit).min() ?? 0 }

    /// The run of a solver.
    func run(of solver: String) -> SolverRun? { runs.first { $0.solver == solver } }

    /// The record as JSON.
    var json: JSON {
        [
            "week": .string(week), "kind": .string(kind), "requests": .int(requests),
            "knownBest": knownBest.map(JSON.number) ?? .null, "runs": .array(runs.map(\.json)),
        ]
    }

    /// Reads what `json` wrote; nil for anything else.
    init?(json: JSON) {
        guard let week = json["week"]?.string, let kind = json["kind"]?.string,
            let requests = json["requests"]?.integer, let runs = json["runs"]?.array
        else { return nil }
        self.init(
            week: week, kind: kind, requests: requests, knownBest: json["knownBest"]?.number,
            runs: runs.compactMap(SolverRun.init(json:)))
    }
}

extension WeekRecord {
    /// Records of the same week as one: of each solver the run that comes last, of the best objectives the best.
    static func merged(_ records: [WeekRecord]) -> [WeekRecord] {
        var (order, byWeek) = ([String](), [String: WeekRecord]())
        for record in records {
            guard let earlier = byWeek[record.week] else {
                order.append(record.week)
                byWeek[record.week] = record
                continue
            }
            let runs = record.runs + earlier.runs.filter { record.run(of: $0.solver) == nil }
            let (ours, theirs) = (runs.filter { $0.solver == "caravan" }, runs.filter { $0.solver != "caravan" })
            byWeek[record.week] = WeekRecord(
                week: record.week, kind: record.kind, requests: record.requests,
                knownBest: [earlier.best, record.best].compactMap(\.self).min(), runs: ours + theirs)
        }
        return order.compactMap { byWeek[$0] }
    }

    /// Kinds from small to large, plain weeks before others of the size; what has no size comes last.
    static func kinds(of records: [WeekRecord]) -> [String] {
        let rank = { (kind: String) in
            BenchmarkSuite.sizes.firstIndex { kind.hasPrefix($0) } ?? BenchmarkSuite.sizes.count
        }
        return Set(records.map(\.kind)).sorted { (rank($0), $0) < (rank($1), $1) }
    }
}
