import CaravanCore
import Foundation
import TestSupport
import Testing

@Suite("Samples")
struct SampleTests {
    static let weeks = ["samples/tiny/week.json", "samples/baishan-2025/week.json"]

    private func document(_ path: String) throws -> JSON {
        try JSON(parsing: Array(Data(contentsOf: SharedMaterial.repositoryFile(path))))
    }

    @Test("a sample week is sound", arguments: weeks)
    func isSound(path: String) throws {
        let week = try Week(document: try document(path))
        #expect(!week.requests.isEmpty)
    }

    @Test(
        "the independent checker finds a sample week sound as well",
        .enabled(if: SharedMaterial.isUsable, "\(SharedMaterial.absence)"),
        arguments: weeks)
    func isSoundElsewhere(path: String) throws {
        let result = try run(
            "python3",
            [
                SharedMaterial.file("verify/verify.py").path, "--validate",
                SharedMaterial.repositoryFile(path).path,
            ])
        #expect(result.status == 0, "\(result.text)")
    }

    @Test("the faulty week has the five faults that its page tells of")
    func isFaulty() throws {
        let daemon = try RunningDaemon()
        let path = SharedMaterial.repositoryFile("samples/tiny/faulty-week.json").path
        let result = try daemon.caravan("load", path, "--json")
        #expect(result.status == 65)
        let records = try result.json
        #expect(records.dropLast().count == 5)
        #expect(records.dropLast().allSatisfy { $0["path"]?.string != nil && $0["message"]?.string != nil })
        #expect(try daemon.caravan("weeks", "--json").json.count == 1, "nothing was stored")
    }

    @Test("the request and the edits of the tiny week fit it")
    func fit() throws {
        let daemon = try RunningDaemon()
        let file = { (name: String) in SharedMaterial.repositoryFile("samples/tiny/\(name)").path }
        #expect(try daemon.caravan("load", file("week.json")).status == 0)
        #expect(try daemon.caravan("submit", "tiny", file("request.json")).status == 0)
        #expect(try daemon.caravan("edit", "tiny", file("edits.json")).status == 0)
    }

    @Test(
        "the city's week is made from its facts, the same bytes every time",
        .enabled(if: SharedMaterial.isUsable, "\(SharedMaterial.absence)"))
    func isMadeAgain() throws {
        let room = try Products.makeRoom()
        defer { try? FileManager.default.removeItem(at: room) }
        let copy = room.appendingPathComponent("baishan-2025")
        let original = SharedMaterial.repositoryFile("samples/baishan-2025")
        try FileManager.default.copyItem(at: original, to: copy)
        try FileManager.default.removeItem(at: copy.appendingPathComponent("week.json"))
        let facts = try SharedMaterial.file("data/baishan").path
        let made = try run("python3", [copy.appendingPathComponent("make.py").path, "--data", facts])
        #expect(made.status == 0, "\(made.errorText)")
        let (old, new) = (original.appendingPathComponent("week.json"), copy.appendingPathComponent("week.json"))
        #expect(try Data(contentsOf: old) == Data(contentsOf: new))
    }
}
