import CaravanCore
import Testing

@testable import CaravanTrials

@Suite("Records of trials")
struct RecordTests {
    private static let record: TrialRecord = {
        var record = TrialRecord("kill", seed: 7)
        record.count("kills", 1234)
        record.raise("longest end", 0.25, "s")
        record.raise("longest end", 0.125, "s")
        record.seconds = 60
        return record
    }()

    @Test("are read again as they were written")
    func roundTrip() throws {
        var failed = Self.record
        failed.fail("a loss")
        for record in [Self.record, failed] {
            #expect(TrialRecord(json: try JSON(parsing: record.json.prettyText)) == record)
        }
        #expect(TrialRecord(json: ["week": "tiny"]) == nil)
    }

    @Test("are shown as a table that says whether the trial was passed")
    func shows() {
        #expect(
            TrialTable.plain(Self.record) == """
                kill, seed 7: passed
                  kills        1,234
                  longest end  0.25 s
                  seconds      60
                """)
        var failed = Self.record
        failed.fail("a loss")
        #expect(!failed.isPassed)
        #expect(TrialTable.plain(failed).hasSuffix("! a loss"))
        #expect(
            TrialTable.markdown([failed]).split(separator: "\n").last
                == "| kill | 60 s | 7 | kills 1,234; longest end 0.25 s | 1 |")
    }

    @Test("of parts are added up")
    func adds() {
        var sum = Self.record
        sum.add(Self.record)
        #expect(sum["kills"] == 2468)
    }
}
