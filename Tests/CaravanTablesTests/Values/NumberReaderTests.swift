import Testing

@testable import CaravanTables

@Suite("Numbers are read as spreadsheets and people write them")
struct NumberReaderTests {
    @Test(
        "Twelve hundred in every dress",
        arguments: [
            "1200", "1,200", "1,200.0", "１２００", "１，２００", "1 200", "1\u{A0}200", "+1200", "1.2E+03", " 1200 ",
            "1'200", "1200.",
        ])
    func twelveHundred(_ text: String) { #expect(NumberReader.number(text) == 1200) }

    @Test("Accountants' brackets mean below zero")
    func brackets() { #expect(NumberReader.number("(1,200)") == -1200) }

    @Test("Big groups", arguments: [("1,234,567.5", 1_234_567.5), ("12 345", 12345), ("-1,000", -1000)])
    func groups(_ text: String, _ value: Double) { #expect(NumberReader.number(text) == value) }

    @Test(
        "What is no number",
        arguments: [
            "", "about 80", "80 people", "1,20", "12,00,000", "1,200,50", "1..2", "0x10", "nan", "inf", "1e999", "八十",
            "--1", "¥1200", "$1200", "1200元", "50%", "３万",
        ])
    func noNumber(_ text: String) { #expect(NumberReader.number(text) == nil) }

}
