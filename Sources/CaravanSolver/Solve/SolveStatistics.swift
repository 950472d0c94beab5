/// Figures of a solve, for people who measure.
struct SolveStatistics: Sendable {
    private var gains: [Part: Double] = [:]
    private var figures: [String: Double] = [:]

    /// Notes a figure.
    mutating func note(_ name: String, _ value: Double) { figures[name] = value }

    /// Adds to a figure that several workers count.
    mutating func count(_ name: String, _ value: Double) { figures[name, default: 0] += value }

    /// Credits a part with points by which it improved plan or bound.
    mutating func credit(_ part: Part, _ points: Double) { gains[part, default: 0] += points }

    /// Points by which a part improved plan and bound.
    func gain(of part: Part) -> Double { gains[part] ?? 0 }

    /// All of them, by name.
    var list: [(name: String, value: Double)] {
        let gained = gains.map { (name: "\($0.key.rawValue) gained", value: $0.value) }
        return (figures.map { (name: $0.key, value: $0.value) } + gained).sorted { $0.name < $1.name }
    }
}
