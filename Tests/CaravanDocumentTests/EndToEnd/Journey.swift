import CaravanCore
import Foundation
import TestSupport
import Testing

/// What the end-to-end tests have in common: a daemon with the tiny week, and a second opinion on every plan.
struct Journey {
    let daemon: RunningDaemon

    /// A daemon, with the tiny week loaded.
    init() throws {
        daemon = try RunningDaemon()
        #expect(try daemon.caravan("load", Self.sample("week.json")).status == 0)
    }

    /// A file of `samples/tiny`.
    static func sample(_ name: String) -> String { SharedMaterial.repositoryFile("samples/tiny/\(name)").path }

    /// The closing line of a command that must succeed.
    @discardableResult
    func closing(_ result: ProgramResult, _ location: SourceLocation = #_sourceLocation) throws -> JSON {
        #expect(result.status == 0, "\(result.errorText)\(result.text)", sourceLocation: location)
        return try #require(try result.json.last?["ok"], sourceLocation: location)
    }

    /// A plan as its file; checked by the independent program against the week as it is stored now.
    @discardableResult
    func verifiedPlan(
        version: Int, against baseline: URL? = nil, _ location: SourceLocation = #_sourceLocation
    ) throws -> URL {
        let (week, plan) = (daemon.room.appendingPathComponent("w.json"), daemon.room.appendingPathComponent("p.json"))
        #expect(try daemon.caravan("week", "tiny", "-o", week.path).status == 0, sourceLocation: location)
        let exported = try daemon.caravan("export", "tiny", "--as", "json", "--version", "\(version)", "-o", plan.path)
        #expect(exported.status == 0, "\(exported.errorText)", sourceLocation: location)
        guard SharedMaterial.isUsable else { return plan }
        let options = baseline.map { ["--baseline", $0.path] } ?? []
        let opinion = try run(
            "python3", [SharedMaterial.file("verify/verify.py").path, week.path, plan.path] + options)
        #expect(opinion.status == 0, "\(opinion.text)", sourceLocation: location)
        return plan
    }
}
