import Foundation
import Testing

@testable import CaravanTrials

@Suite("Latency beside heavy answers", .timeLimit(.minutes(2)))
struct LatencyTests {
    @Test("a short trial with the sample week measures both, and everybody is answered")
    func measures() throws {
        let week = try ProjectFolder.bytes("samples/tiny/week.json")
        let trial = LatencyTrial(
            week: week, command: "DIFF ID from=1 to=2", others: 2, seconds: 1, solve: 0.5, program: ProjectFolder.daemon
        )
        let record = try trial.run()
        #expect(record["PING alone"] ?? 0 > 10 && record["PING beside 2"] ?? 0 > 10)
        #expect(record["heavy answers"] ?? 0 > 10)
        #expect(record.failures.allSatisfy { $0.contains("percentile") }, "\(record.failures)")
    }

    @Test("percentiles are of the sorted times")
    func percentiles() {
        #expect(LatencyTrial.percentile(95, of: (1...100).map(Double.init)) == 96)
        #expect(LatencyTrial.percentile(50, of: [3]) == 3)
        #expect(LatencyTrial.percentile(95, of: []) == 0)
    }
}
