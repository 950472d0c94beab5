import CaravanCore
import Foundation
import GLPK
import TestSupport

@testable import CaravanSolver

/// Solves a formulation to the end: cover cuts while the relaxation violates them, then branch and bound.
/// - Returns: The sessions and the objective, or nil where there is no plan.
func solveToTheEnd(_ formulation: Formulation) throws -> (sessions: [Session], objective: Double)? {
    try GLPK.run { environment in
        var formulation = formulation
        for _ in 0..<20 {
            let relaxation = try environment.problem(formulation.program)
            guard try relaxation.simplex().status == .optimal else { return nil }
            let cuts = formulation.violatedCovers(at: try relaxation.primalValues())
            if cuts.isEmpty { break }
            formulation.add(cuts)
        }
        var options = IntegerOptions(timeLimit: 240)
        options.branching = .driebeekTomlin
        options.cuts = .clique
        let result = try environment.problem(formulation.program).integer(options)
        guard let values = result.values, let objective = result.objective else { return nil }
        guard let chosen = formulation.decode(values) else { return nil }
        return (chosen.map(formulation.instance.session), objective)
    }
}

/// `glpsol` on files of a temporary folder.
enum Glpsol {
    static let isThere = SharedMaterial.executable("glpsol") != nil
    static let absence = "needs glpsol (Debian: glpk-utils)"
    static let model = SharedMaterial.packageRoot.appendingPathComponent("models/caravan.mod").path

    /// What it found.
    struct Answer {
        /// Objective of an optimal integer solution; nil where it proved none.
        let optimum: Double?
        /// What it said.
        let said: String
    }

    /// Solves a model.
    /// - Parameters:
    ///   - arguments: Options before the files.
    ///   - texts: Contents of files, each with the option that names it.
    static func solve(_ arguments: [String] = [], _ texts: [(option: String, text: String)]) throws -> Answer {
        let room = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-glpsol-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: room) }
        var all = arguments
        for (number, (option, text)) in texts.enumerated() {
            let file = room.appendingPathComponent("in\(number)")
            try Data(text.utf8).write(to: file)
            all += [option, file.path]
        }
        let output = room.appendingPathComponent("solution")
        let result = try run("glpsol", all + ["--tmlim", "240", "--write", output.path])
        let solution = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
        return Answer(optimum: optimum(solution), said: result.text + result.errorText)
    }

    /// The value of the line `s mip ROWS COLUMNS o VALUE`, or `s bas ROWS COLUMNS f f VALUE` where nothing is integer.
    private static func optimum(_ solution: String) -> Double? {
        for line in solution.split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix("s mip "), words.count == 6, words[4] == "o" { return Double(words[5]) }
            if line.hasPrefix("s bas "), words.count == 7, words[4...5] == ["f", "f"] { return Double(words[6]) }
        }
        return nil
    }
}

/// Generated weeks with their proven optima.
enum SharedOptima {
    /// The table of optima lacks something.
    struct Incomplete: Error {
        let what: String
    }

    /// A week to be solved and what is known of it.
    struct Case: Sendable {
        let week: Week
        let baseline: Plan?
        let freeze: String?
        let optimum: Double
    }

    /// A generated week, e.g. `tiny-5-rich`.
    static func week(_ name: String) throws -> Case {
        let row = try row(name)
        return Case(week: try Week(document: try document(name)), baseline: nil, freeze: nil, optimum: try optimum(row))
    }

    /// The same week after its edits, against its baseline.
    static func replanning(_ name: String) throws -> Case {
        guard let row = try row(name)["replan"], let freeze = row["freeze"]?.string else {
            throw Incomplete(what: "replanning of \(name)")
        }
        let edited = try WeekEdits.apply(try replanFile(row, "edits"), to: try document(name))
        return Case(
            week: try Week(document: edited), baseline: try Plan(document: try replanFile(row, "baseline")),
            freeze: freeze, optimum: try optimum(row))
    }

    private static func row(_ name: String) throws -> JSON {
        guard let row = try read(try SharedMaterial.file("instances/optima.json"))[name] else {
            throw Incomplete(what: "optimum of \(name)")
        }
        return row
    }

    private static func document(_ name: String) throws -> JSON {
        let words = name.split(separator: "-").map(String.init)
        let flags = words.dropFirst(2).map { "--\($0)" }
        return try read(try SharedMaterial.week(size: words[0], seed: Int(words[1]) ?? 0, flags: flags))
    }

    private static func replanFile(_ row: JSON, _ key: String) throws -> JSON {
        try read(try SharedMaterial.file("instances/replan/\(row[key]?.string ?? key)"))
    }

    private static func optimum(_ row: JSON) throws -> Double {
        guard let value = row["objective"]?.number else { throw Incomplete(what: "objective") }
        return value
    }

    private static func read(_ file: URL) throws -> JSON { try JSON(parsing: Array(try Data(contentsOf: file))) }
}
