import CaravanCore
import CaravanLanguage
import Foundation
import Testing

@testable import CaravanProtocol

@Suite("Records")
struct ProtocolRecordTests {
    private let job: JSON = [
        "job": 3, "week": "w", "revision": 2, "kind": "solve", "state": "running", "submitted": "2025-05-24T08:00:00Z",
        "parameters": ["limit": 30], "seconds": 1.5, "phase": "search", "waiting": "the disk is full",
        "waitingZh": "磁盘已满",
        "objective": 10,
    ]

    @Test("a record is read field by field, and written again as it came")
    func roundTrip() throws {
        let read = try JobListing(received: job)
        #expect(read.job == 3 && read.phase == "search" && read.objective == 10 && read.version == nil)
        #expect(read.waiting == Bilingual("the disk is full", "磁盘已满"))
        #expect(read.submitted == Date(timeIntervalSince1970: 1_748_073_600))
        #expect(read.json == job)
        #expect(read.json.object?.keys == job.object?.keys, "in the order of the wire")
    }

    @Test("fields that are not known are passed over, and missing ones are as if nothing was known")
    func otherVersions() throws {
        let read = try PlanListing(received: ["version": 2, "colour": "red"])
        #expect(read.version == 2 && read.sessions == 0 && read.objective == nil)
        #expect(read.json["colour"] == nil)
    }

    @Test("what a daemon says in English alone stands for both languages")
    func english() throws {
        let fault = try FaultRecord(received: ["path": "id", "message": "empty"])
        #expect(fault.message == Bilingual("empty", "empty"))
    }

    @Test(
        "a field of another type is named",
        arguments: [("version", JSON.string("2")), ("sessions", 1.5), ("published", "yes"), ("created", "yesterday")])
    func foreign(_ field: String, _ value: JSON) {
        #expect {
            try PlanListing(received: .object(JSONObject([(field, value)])))
        } throws: { error in
            guard let error = error as? ProtocolError else { return false }
            return error.code == .internal && error.message.contains(field)
        }
    }

    @Test("records within records are read too, and fields of one among those of another")
    func nested() throws {
        let json: JSON = [
            "name": "a", "number": 1, "objective": 5, "bound": 4, "gap": 0.2, "delta": 0, "deltaLow": 0, "deltaHigh": 0,
            "sign": "same", "relation": "other", "held": 1, "unserved": ["r2"], "gained": [], "lost": ["r2"],
            "terms": ["unserved": 5], "coverage": [["township": "t1", "sessions": -1, "attendance": -50]],
            "audiences": [], "money": [["fund": "f", "charged": 1, "limit": 2, "change": 0]],
        ]
        let read = try ScenarioRecord(received: json)
        #expect(read.figures?.coverage.first?.township == "t1" && read.figures?.money.first?.limit == 2)
        #expect(read.json == json)
        let refused: JSON = ["name": "b", "number": 2, "error": ["code": "invalid", "message": "x", "messageZh": "y"]]
        let error = try ScenarioRecord(received: refused)
        #expect(error.figures == nil && error.error?.message == Bilingual("x", "y"))
        #expect(error.json == refused)
    }

    @Test("every record of the command table has names that differ, and says what each holds")
    func documented() {
        for spec in CommandTable.all.flatMap(\.replies).flatMap(\.records) {
            let names = spec.fields.map(\.name)
            #expect(Set(names).count == names.count, "\(spec.each)")
            #expect(spec.fields.allSatisfy { !$0.content.isEmpty }, "\(spec.each)")
        }
    }
}
