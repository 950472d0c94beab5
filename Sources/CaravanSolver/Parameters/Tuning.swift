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

    /// One of the constants.
    public struct Constant: Sendable, Equatable {
        /// `group.name`.
        public let name: String
        /// Its standard value.
        public let standard: Double
        /// Values that make sense.
        public let range: ClosedRange<Double>
    }

    /// All constants, by name.
    public static let constants: [Constant] = ((try? Tuning().entries) ?? [:])
        .flatMap { group, entries in
            entries.map {
                Constant(name: "\(group).\($0.key)", standard: $0.value.wrappedValue, range: $0.value.bounds)
            }
        }
        .sorted { $0.name < $1.name }

    /// Sets one constant.
    /// - Parameter name: One of `constants`.
    /// - Throws: `TuningError` for a name that is unknown and for a value out of its range.
    public mutating func set(_ name: String, to value: Double) throws(TuningError) {
        let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard path.count == 2, var all = try? entries, let entry = all[path[0]]?[path[1]] else {
            throw .unknown(name)
        }
        guard entry.bounds.contains(value) else { throw .outOfRange(name, entry.bounds) }
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
        var bounds: ClosedRange<Double> { range.count == 2 ? range[0]...range[1] : wrappedValue...wrappedValue }
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
    case outOfRange(String, ClosedRange<Double>)
    /// It takes whole numbers.
    case notWhole(String)

    /// It in words; an unknown name with the list of those that there are.
    public var description: String {
        switch self {
        case .unknown(let name):
            "there is no \(name), only:\n" + Tuning.constants.map(Self.line).joined(separator: "\n")
        case .outOfRange(let name, let range):
            "\(name) takes \(plainDecimal(range.lowerBound)) to \(plainDecimal(range.upperBound))"
        case .notWhole(let name): "\(name) takes whole numbers"
        }
    }

    private static func line(_ it: Tuning.Constant) -> String {
        let numbers = [it.standard, it.range.lowerBound, it.range.upperBound].map(plainDecimal)
        return "  \(it.name)=\(numbers[0]) (\(numbers[1]) to \(numbers[2]))"
    }
}
