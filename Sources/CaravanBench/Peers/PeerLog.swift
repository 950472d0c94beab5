/// Reads bounds out of a solver's own log. Peers tell of better plans only; bounds rise in between, and a comparison of
/// bounds at a moment would be unfair without those.
///
/// A log counts in the solver's own units: the model's constant left out, for CP-SAT also multiplied to whole
/// numbers. Both are undone with the bound that the peer states in its last line, in points.
struct PeerLog {
    /// Seconds and bound of a row of the log, in the solver's units.
    private let row: (String) -> (seconds: Double, bound: Double)?
    /// What the line with the bound at the end begins with.
    private let ending: String

    /// Nil for a solver whose log has no bounds to read.
    init?(solver: String) {
        switch solver {
        case "highs": (row, ending) = (Self.highs, "Dual bound")
        case "scip": (row, ending) = (Self.scip, "Dual Bound")
        case "cpsat": (row, ending) = (Self.cpsat, "best_bound:")
        default: return nil
        }
    }

    /// The bounds in points; none where the log does not state the bound at its end.
    func bounds(in lines: [String], ending bound: Double) -> [Trajectory.Point] {
        let last = lines.last { $0.drop(while: \.isWhitespace).hasPrefix(ending) }
        guard let stated = last?.split(whereSeparator: { $0.isWhitespace || $0 == ":" }).last.flatMap({ Double($0) })
        else { return [] }
        let scale =
            lines.lazy.flatMap { $0.split(separator: " ") }.first { $0.hasPrefix("scale=") }
            .flatMap { Double($0.dropFirst("scale=".count)) } ?? 1
        let constant = bound - stated / scale
        return lines.compactMap(row).map { found in
            // Logs round; what the peer states at its end is exact, and bounds only rise.
            .init(seconds: found.seconds, bound: min(bound, found.bound / scale + constant))
        }
    }

    /// ` R  0  0  0  0.00%  15128.446013  24714.598  38.79%  0  0  0  4238  6.7s`
    private static func highs(_ line: String) -> (seconds: Double, bound: Double)? {
        let cells = line.split(separator: " ")
        guard cells.count >= 12, let time = cells.last, time.hasSuffix("s"), cells[cells.count - 9].hasSuffix("%"),
            let seconds = Double(time.dropLast()), let bound = Double(cells[cells.count - 8]), bound.isFinite
        else { return nil }
        return (seconds, bound)
    }

    /// `  6.0s|     1 |     0 | 10621 |     - |   260M |   0 |  14k|…| 1.515198e+04 | 3.544280e+04 | 133.92%| unknown`
    private static func scip(_ line: String) -> (seconds: Double, bound: Double)? {
        let cells = line.split(separator: "|").map { $0.filter { !$0.isWhitespace } }
        guard cells.count >= 10, let time = cells.first?.drop(while: { !$0.isNumber }), time.hasSuffix("s"),
            let seconds = Double(time.dropLast()), let bound = Double(cells[cells.count - 4])
        else { return nil }
        return (seconds, bound)
    }

    /// `#Bound   8.72s best:13709078 next:[909924,13709076] reduced_costs`
    private static func cpsat(_ line: String) -> (seconds: Double, bound: Double)? {
        guard line.hasPrefix("#") else { return nil }
        let cells = line.split(separator: " ")
        guard cells.count >= 4, cells[1].hasSuffix("s"), let seconds = Double(cells[1].dropLast()),
            let next = cells.first(where: { $0.hasPrefix("next:[") }),
            let bound = Double(next.dropFirst("next:[".count).prefix { $0 != "," })
        else { return nil }
        return (seconds, bound)
    }
}
