import CaravanLanguage
import Testing

@Suite("Phrases of reports")
struct PhraseTests {
    @Test("values stand where the phrase wants them, whatever they hold")
    func values() {
        #expect(ReportText.ofLimit[.english, "{1}", "5%"] == "of {1} (5%)")
        #expect(ReportText.poolHeading[.chinese, "专家", "3", "4"] == "专家（共 4，使用 3）")
    }
}
