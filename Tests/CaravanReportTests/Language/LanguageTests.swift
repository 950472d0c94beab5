import CaravanLanguage
import Foundation
import Testing

@testable import CaravanReport

@Suite("Words of reports")
struct LanguageTests {
    @Test("values stand where the phrase wants them, whatever they hold")
    func values() {
        #expect(ReportText.ofLimit[.english, "{1}", "5%"] == "of {1} (5%)")
        #expect(ReportText.poolHeading[.chinese, "专家", "3", "4"] == "专家（共 4，使用 3）")
    }

    @Test("numbers have commas between thousands and the decimals asked for")
    func numbers() {
        #expect(NumberText.grouped(1_234_567.4) == "1,234,567")
        #expect(NumberText.grouped(-1234.56, decimals: 1) == "-1,234.6")
        #expect(NumberText.grouped(-0.01, decimals: 1) == "0.0")
        #expect(NumberText.percent(0.4567) == "45.7%")
        #expect(NumberText.grouped(999.96, decimals: 1) == "1,000.0")
    }

    @Test("dates read as people write them")
    func dates() {
        #expect(DateText.day("2025-05-24", in: .chinese) == "5月24日 周六")
        #expect(DateText.day("2025-05-24", in: .english) == "Sat 24 May")
        #expect(DateText.range("2025-05-23", "2025-05-31", in: .chinese) == "2025年5月23日至31日")
        #expect(DateText.range("2025-05-30", "2025-06-02", in: .english) == "30 May–2 Jun 2025")
        #expect(DateText.range("2025-12-30", "2026-01-02", in: .chinese) == "2025年12月30日至2026年1月2日")
        #expect(DateText.clock(65) == "01:05")
    }
}
