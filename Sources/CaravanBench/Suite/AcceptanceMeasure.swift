/// One figure that a week is judged by.
enum AcceptanceMeasure: Sendable, Equatable {
    /// Seconds to a plan as good as the best known.
    case secondsToBest
    /// Seconds until the plan was proven optimal.
    case secondsToProof
    /// Seconds to the first plan.
    case firstPlan
    /// Megabytes.
    case peakMemory
    /// Gap at a moment.
    case gap(at: Double)
    /// Objective at a moment, above the best one known.
    case excess(at: Double)
    /// Objective at a moment against that of every peer at another.
    case objective(at: Double, peersAt: Double)
    /// Bound at a moment against that of a peer at the same.
    case bound(at: Double, peer: String)

    /// The gap within which a plan counts as optimal.
    private static let optimalGap = 1e-6

    /// What weeks of a kind are judged by.
    static func measures(of kind: String) -> [AcceptanceMeasure] {
        switch kind {
        case "tiny", "tiny rich", "tiny tight": [.secondsToBest, .secondsToProof]
        case "small": [.excess(at: 10), .bound(at: 60, peer: "highs"), .gap(at: 60)]
        case "county": [.objective(at: 10, peersAt: 120), .bound(at: 60, peer: "highs"), .gap(at: 120)]
        case "city": [.firstPlan, .objective(at: 10, peersAt: 300), .gap(at: 60), .gap(at: 300)]
        case "region", "province": [.firstPlan, .excess(at: 60), .gap(at: 300), .peakMemory]
        default: [.firstPlan, .objective(at: 10, peersAt: 300), .gap(at: 60)]
        }
    }

    /// A row of the table: what is measured, and its median and range. Moments beyond what a solver was given are taken
    /// at its end, and named so.
    struct Row: Equatable {
        let name: String
        let figure: String
    }

    /// The rows over weeks of one kind; one a peer where peers are compared with.
    func rows(of records: [WeekRecord]) -> [Row] {
        switch self {
        case .secondsToBest: [row("seconds to the best plan known", records, FigureText.seconds) { $0.secondsToBest }]
        case .secondsToProof:
            [
                row("seconds to the proof", records, FigureText.seconds) {
                    $0.run(of: "caravan")?.trajectory.seconds(toGap: Self.optimalGap)
                }
            ]
        case .firstPlan:
            [
                row("seconds to the first plan", records, FigureText.seconds) {
                    $0.run(of: "caravan")?.trajectory.firstPlan
                }
            ]
        case .peakMemory:
            [row("peak memory, MB", records, FigureText.whole) { $0.run(of: "caravan")?.statistics["peakMB"] }]
        case .gap(let moment):
            [
                row("gap at \(Self.text(moment, "caravan", records))", records, FigureText.percent) {
                    $0.run(of: "caravan")?.trajectory.at(moment).gap
                }
            ]
        case .excess(let moment):
            [
                row(
                    "objective at \(Self.text(moment, "caravan", records)), above the best known", records,
                    FigureText.percent
                ) {
                    record in record.run(of: "caravan").flatMap { record.excess(of: $0, at: moment) }
                }
            ]
        case .objective(let moment, let other):
            ComparisonTables.solvers(of: records).filter { $0 != "caravan" }.map { peer in
                versus(peer, "objective", (moment, other), records) { $0.objective }
            }
        case .bound(let moment, let peer):
            [versus(peer, "bound", (moment, moment), records) { $0.bound }]
        }
    }

    private func row(
        _ name: String, _ records: [WeekRecord], _ text: (Double) -> String, _ figure: (WeekRecord) -> Double?
    ) -> Row {
        Row(name: name, figure: FigureText.shown(records.map(figure), text))
    }

    /// Caravan's figure against a peer's, week by week: (ours − theirs) / |theirs|.
    private func versus(
        _ peer: String, _ what: String, _ moments: (ours: Double, theirs: Double), _ records: [WeekRecord],
        _ figure: (Trajectory.Point) -> Double?
    ) -> Row {
        let name =
            "\(what) at \(Self.text(moments.ours, "caravan", records)) against \(peer) at "
            + Self.text(moments.theirs, peer, records)
        return row(name, records, FigureText.signedPercent) { record in
            guard let ours = record.run(of: "caravan"), let theirs = record.run(of: peer),
                let left = figure(ours.trajectory.at(moments.ours)),
                let right = figure(theirs.trajectory.at(moments.theirs))
            else { return nil }
            return (left - right) / max(1, right.magnitude)
        }
    }

    private static func text(_ moment: Double, _ solver: String, _ records: [WeekRecord]) -> String {
        let limit = records.compactMap { $0.run(of: solver)?.limit }.min() ?? moment
        return FigureText.moment(min(moment, limit)) + " s"
    }
}

extension WeekRecord {
    /// Seconds until Caravan had a plan as good as the best known.
    var secondsToBest: Double? {
        guard let best, let run = run(of: "caravan") else { return nil }
        return run.trajectory.seconds(toObjective: best)
    }
}
