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
}
