import CaravanCore
import Foundation

/// The tuning constants of a solve, in groups. Their standard values are those that were measured; others are for
/// experiments, not for users.
public struct Tuning: Sendable, Equatable, Codable {
    var search = SearchParameters()
    var ascent = AscentParameters()
    var columns = ColumnParameters()
    var programs = ProgramParameters()
    var turns = TurnParameters()

    /// The standard values.
    public init() {}

    /// Names of all constants, `group.name`, in order.
    public static let names: [String] = ((try? Tuning().entries) ?? [:])
        .flatMap { group, entries in entries.keys.map { "\(group).\($0)" } }.sorted()

    /// Sets one constant.
    /// - Parameter name: One of `names`.
    /// - Throws: `TuningError` for a name that is unknown and for a value out of its range.
    public mutating func set(_ name: String, to value: Double) throws(TuningError) {
        let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard path.count == 2, var all = try? entries, let entry = all[path[0]]?[path[1]] else {
            throw .unknown(name)
        }
        guard value >= entry.least, value <= entry.most else {
            throw .outOfRange(name, least: entry.least, most: entry.most)
        }
        all[path[0]]?[path[1]]?.wrappedValue = value
        // A constant that is a whole number cannot be read from another one.
        guard let changed = try? JSONDecoder().decode(Tuning.self, from: JSONEncoder().encode(all)) else {
            throw .notWhole(name)
        }
        self = changed
    }

    /// A constant as `Tuned` encodes it.
    private struct Entry: Codable {
        var wrappedValue: Double
        let range: [Double]
        var least: Double { range.first ?? -.infinity }
        var most: Double { range.last ?? .infinity }
    }

    private var entries: [String: [String: Entry]] {
        get throws {
            try JSONDecoder().decode([String: [String: Entry]].self, from: JSONEncoder().encode(self))
        }
    }
}

/// Why a tuning constant was not set.
public enum TuningError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is none of that name.
    case unknown(String)
    /// The value makes no sense.
    case outOfRange(String, least: Double, most: Double)
    /// It takes whole numbers.
    case notWhole(String)

    /// It in words; an unknown name with the list of those that there are.
    public var description: String {
        switch self {
        case .unknown(let name): "there is no \(name), only:\n" + Tuning.names.joined(separator: "\n")
        case .outOfRange(let name, let least, let most):
            "\(name) takes \(plainDecimal(least)) to \(plainDecimal(most))"
        case .notWhole(let name): "\(name) takes whole numbers"
        }
    }
}
