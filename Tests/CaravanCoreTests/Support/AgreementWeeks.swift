import CaravanCore
import Foundation
import TestSupport

/// The weeks on which program and checker are compared.
enum AgreementWeeks {
    /// Files of generated weeks of every kind but the largest, and the real ones.
    static func all() throws -> [URL] {
        var files: [URL] = []
        for size in ["tiny", "small", "county", "city"] {
            for flags in [[], ["--rich"], ["--tight"]] {
                files.append(try SharedMaterial.week(size: size, seed: 1, flags: flags))
            }
        }
        let real = ["nsw-2014", "qld-2013"].map { "instances/real/\($0).json" }
        return try files + real.map(SharedMaterial.file)
    }

    /// A week that has a known plan, with what its replanning starts from.
    struct Replan {
        let name: String
        let week: URL
        let plan: Plan
        let replan: Plan
        let edits: JSON
        let freeze: String?
    }

    /// The weeks with plans, edits and freeze points in `instances/replan`.
    static func replans() throws -> [Replan] {
        let optima = try document(at: SharedMaterial.file("instances/optima.json"))
        return try (optima.object?.fields ?? []).compactMap { name, entry in
            guard let replan = entry["replan"], let edits = replan["edits"]?.string else { return nil }
            let parts = name.split(separator: "-").map(String.init)
            guard parts.count >= 2, let seed = Int(parts[1]) else { return nil }
            return Replan(
                name: name,
                week: try SharedMaterial.week(size: parts[0], seed: seed, flags: parts.dropFirst(2).map { "--\($0)" }),
                plan: try Plan(document: document(at: SharedMaterial.file("instances/replan/\(name).plan.json"))),
                replan: try Plan(document: document(at: SharedMaterial.file("instances/replan/\(name).replan.json"))),
                edits: try document(at: SharedMaterial.file("instances/replan/\(edits)")),
                freeze: replan["freeze"]?.string)
        }
    }
}
