import CaravanCore
import Foundation
import TestSupport
import Testing

@Suite("Promises")
struct PromiseTests {
    @Test("a plan made under commitments is right by the plain objective too, says the independent program")
    func verified() throws {
        let journey = try Journey()
        let daemon = journey.daemon
        try journey.closing(daemon.caravan("solve", "tiny", "--limit", "5s", "--json"))
        try journey.closing(daemon.caravan("publish", "tiny", "--version", "1", "--json"))
        let held = try daemon.caravan("commitments", "tiny", "--json").json.compactMap { $0["request"]?.string }
        #expect(!held.isEmpty)
        for (number, request) in held.enumerated() {
            let state = CommitmentState.allCases[number % CommitmentState.allCases.count].rawValue
            try journey.closing(daemon.caravan("commit", "tiny", request, "--state", state, "--json"))
        }
        let baseline = daemon.room.appendingPathComponent("baseline.json")
        _ = try daemon.caravan("export", "tiny", "--as", "json", "--version", "1", "-o", baseline.path)
        let replanned = try daemon.caravan(
            "replan", "tiny", "--edits", Journey.sample("cancelled.json"), "--limit", "10s", "--json")
        let end = try journey.closing(replanned)
        let (objective, points) = (end["objective"]?.number, end["commitment"]?.number)
        #expect(try #require(end["committed"]?.number) == #require(objective) + #require(points))
        #expect(try #require(end["committedGap"]?.number) <= 1e-6, "a tiny week is solved to the end")
        try journey.verifiedPlan(version: 2, against: baseline)
    }
}
