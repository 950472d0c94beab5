import CaravanCore
import Foundation

/// What a trial did and found: printed as a table, written as JSON, and read again for the document of figures.
struct TrialRecord: Sendable, Equatable {
    /// One figure.
    struct Figure: Sendable, Equatable {
        /// What was counted or measured.
        let name: String
        /// How much.
        let value: Double
        /// Of what, e.g. `s` or `MB`; empty for counts.
        let unit: String
    }

    /// Which trial.
    let name: String
    /// The seed of its random choices.
    let seed: UInt64
    /// How long it took.
    var seconds = 0.0
    /// What it counted and measured, in order.
    private(set) var figures: [Figure] = []
    /// What must not happen and did; empty for a trial that was passed.
    private(set) var failures: [String] = []
    private var failureCount = 0

    /// A record without figures.
    init(_ name: String, seed: UInt64) {
        self.name = name
        self.seed = seed
    }

    /// Whether nothing happened that must not.
    var isPassed: Bool { failures.isEmpty }

    /// Adds to a count, or begins it.
    mutating func count(_ name: String, _ more: Int = 1) { set(name, (self[name] ?? 0) + Double(more)) }

    /// Sets a figure.
    mutating func set(_ name: String, _ value: Double, _ unit: String = "") {
        let figure = Figure(name: name, value: value, unit: unit)
        if let at = figures.firstIndex(where: { $0.name == name }) {
            figures[at] = figure
        } else {
            figures.append(figure)
        }
    }

    /// Sets a figure to a value where that is larger than what it has.
    mutating func raise(_ name: String, _ value: Double, _ unit: String = "") {
        set(name, max(self[name] ?? value, value), unit)
    }

    /// The value of a figure.
    subscript(name: String) -> Double? { figures.first { $0.name == name }?.value }

    /// Notes that something happened that must not. The first fifty are kept in words.
    mutating func fail(_ reason: String) {
        failureCount += 1
        if failures.count < 50 { failures.append(String(reason.prefix(1000))) }
    }

    /// Takes the figures and failures of another part of the same trial; counts are added up.
    mutating func add(_ part: TrialRecord) {
        for figure in part.figures { set(figure.name, (self[figure.name] ?? 0) + figure.value, figure.unit) }
        for reason in part.failures { fail(reason) }
    }
}

extension TrialRecord {
    /// The record as it is written to disk.
    var json: JSON {
        [
            "trial": .string(name), "seed": .string(String(seed)), "seconds": .number(seconds),
            "passed": .bool(isPassed), "failures": .strings(failures),
            "figures": .array(
                figures.map { ["name": .string($0.name), "value": .number($0.value), "unit": .string($0.unit)] }),
        ]
    }

    /// Reads a record that was written to disk.
    init?(json: JSON) {
        guard let name = json["trial"]?.string, let seed = json["seed"]?.string.flatMap({ UInt64($0) }) else {
            return nil
        }
        self.init(name, seed: seed)
        seconds = json["seconds"]?.number ?? 0
        for figure in json["figures"]?.array ?? [] {
            guard let name = figure["name"]?.string, let value = figure["value"]?.number else { continue }
            set(name, value, figure["unit"]?.string ?? "")
        }
        for reason in json["failures"]?.array ?? [] { reason.string.map { fail($0) } }
    }
}
