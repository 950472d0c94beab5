/// The tables of a comparison: every week by itself, and each solver over the weeks of a kind.
struct ComparisonTables: Sendable {
    /// Seconds at which objective, bound and gap are read off.
    let moments: [Double]

    /// Tables with figures at these seconds.
    init(at moments: [Double]) { self.moments = moments }

    /// Every solver at every moment on one week. `above best` is how far the objective is above the best one known.
    func table(of record: WeekRecord) -> MarkdownTable {
        var table = MarkdownTable([record.week, "at", "objective", "bound", "gap", "above best", "note"])
        for run in record.runs {
            let reached = moments(of: run)
            for (number, moment) in reached.enumerated() {
                let point = run.trajectory.at(moment)
                table.append([
                    run.solver, FigureText.moment(moment) + " s", FigureText.shown(point.objective, FigureText.whole),
                    FigureText.shown(point.bound, FigureText.whole), FigureText.shown(point.gap, FigureText.percent),
                    FigureText.shown(record.excess(of: run, at: moment), FigureText.percent),
                    number == reached.count - 1 ? run.note : "",
                ])
            }
        }
        return table
    }

    /// Medians and ranges over the weeks of one kind at every moment.
    func summary(of records: [WeekRecord]) -> MarkdownTable {
        var table = MarkdownTable([
            "\(records.first?.kind ?? ""), \(records.count) weeks", "at", "objective", "bound", "gap", "above best",
        ])
        for solver in Self.solvers(of: records) {
            let runs = records.compactMap { record in record.run(of: solver).map { (record, $0) } }
            for moment in Set(runs.flatMap { moments(of: $0.1) }).sorted() {
                let points = runs.map { $0.1.trajectory.at(moment) }
                table.append([
                    solver, FigureText.moment(moment) + " s",
                    FigureText.shown(points.map(\.objective), FigureText.whole),
                    FigureText.shown(points.map(\.bound), FigureText.whole),
                    FigureText.shown(points.map(\.gap), FigureText.percent),
                    FigureText.shown(runs.map { $0.0.excess(of: $0.1, at: moment) }, FigureText.percent),
                ])
            }
        }
        return table
    }

    /// Medians and ranges of what whole runs are measured by. `not counted` is what a peer took to build its model.
    func courses(of records: [WeekRecord]) -> MarkdownTable {
        var table = MarkdownTable([
            "\(records.first?.kind ?? ""), \(records.count) weeks", "first plan s", "primal integral s",
            "dual integral s", "seconds", "not counted s", "peak MB",
        ])
        for solver in Self.solvers(of: records) {
            let runs = records.compactMap { record in record.run(of: solver).map { (record, $0) } }
            let text = { (figure: (WeekRecord, SolverRun) -> Double?) in
                FigureText.shown(runs.map(figure), FigureText.seconds)
            }
            table.append([
                solver, text { $1.trajectory.firstPlan }, text { $0.primalIntegral(of: $1) },
                text { $0.dualIntegral(of: $1) }, text { $1.seconds },
                text { $1.uncounted },
                FigureText.shown(runs.map { $0.1.statistics["peakMB"] }, FigureText.whole),
            ])
        }
        return table
    }

    /// Names in the order in which they first appear.
    static func solvers(of records: [WeekRecord]) -> [String] {
        records.flatMap(\.runs).map(\.solver).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    /// The moments that lie within a run, and the end of it where it had less time than asked for.
    private func moments(of run: SolverRun) -> [Double] {
        let within = moments.filter { $0 <= run.limit }
        return within.count == moments.count || within.last == run.limit ? within : within + [run.limit]
    }
}

extension WeekRecord {
    /// How far the objective of a run is above the best one known, relatively.
    func excess(of run: SolverRun, at seconds: Double) -> Double? {
        guard let best, let objective = run.trajectory.at(seconds).objective else { return nil }
        return (objective - best) / max(1, best.magnitude)
    }

    /// Primal integral over the seconds that every solver had.
    func primalIntegral(of run: SolverRun) -> Double? {
        best.map { run.trajectory.primalIntegral(best: $0, until: commonLimit) }
    }

    /// Dual integral over the seconds that every solver had.
    func dualIntegral(of run: SolverRun) -> Double? {
        best.map { run.trajectory.dualIntegral(best: $0, until: commonLimit) }
    }
}
