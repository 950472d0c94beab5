/// What a peer wrote: a line `seconds objective bound` for each better plan, at the end `objective=… bound=… seconds=…
/// status=…`, and its log in between.
struct PeerOutput: Sendable, Equatable {
    /// Objective and bound over time, from its own lines, its log and its last line.
    let trajectory: Trajectory
    /// Seconds it took by its own count; nil where it did not come to its end.
    let seconds: Double?
    /// How it ended, in its own words.
    let status: String?

    /// - Parameters:
    ///   - text: Its output, perhaps cut off.
    ///   - solver: Its name; says how its log is read.
    ///   - limit: Seconds it was given.
    init(_ text: String, solver: String, limit: Double) {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        var points = lines.compactMap(Self.improvement)
        let ending = lines.last { $0.hasPrefix("objective=") }.map(Self.fields)
        seconds = ending?["seconds"].flatMap(Double.init)
        status = ending?["status"]
        if let ending, let seconds {
            let bound = Self.known(ending["bound"])
            points.append(.init(seconds: seconds, objective: Self.known(ending["objective"]), bound: bound))
            if let bound, let log = PeerLog(solver: solver) { points += log.bounds(in: lines, ending: bound) }
        }
        trajectory = Trajectory(points, limit: limit)
    }

    /// A number, unless it is one of those that stand for nothing found: SCIP writes 10²⁰.
    private static func known(_ text: (some StringProtocol)?) -> Double? {
        text.flatMap { Double($0) }.flatMap { $0.magnitude < 1e18 ? $0 : nil }
    }

    private static func improvement(_ line: String) -> Trajectory.Point? {
        let cells = line.split(separator: " ")
        guard cells.count == 3, let seconds = Double(cells[0]), Double(cells[1]) != nil, Double(cells[2]) != nil else {
            return nil
        }
        return .init(seconds: seconds, objective: known(cells[1]), bound: known(cells[2]))
    }

    /// `name=value` pairs; the last value, the status, may hold spaces.
    private static func fields(_ line: String) -> [String: String] {
        var fields: [String: String] = [:]
        let parts = line.split(separator: " status=", maxSplits: 1)
        for part in parts[0].split(separator: " ") {
            let pair = part.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { fields[String(pair[0])] = String(pair[1]) }
        }
        if parts.count == 2 { fields["status"] = String(parts[1]) }
        return fields
    }
}
