import CaravanLanguage
import Foundation
import Testing

@Suite("Looking words up")
struct LookUpTests {
    @Test(
        "identifiers of weeks and of the protocol have words",
        arguments: [
            ("hands-on", "动手实践"), ("field-visit", "实地观摩"), ("travel-booked", "已订行程"), ("1000 yuan", "1000 元"),
            ("integer program", "整数规划"), ("published", "已发布"), ("youth", "青少年"), ("venue", "场地"),
        ])
    func identifiers(identifier: String, chinese: String) {
        #expect(KnownWord.name(of: identifier, in: .chinese) == chinese)
    }

    @Test("what belongs to one week alone stands for itself")
    func strangers() {
        #expect(KnownWord.name(of: "miners", in: .chinese) == "miners")
        #expect(RuleName.name(of: "H99", in: .english) == "H99")
        #expect(SystemReason.of(EDOM).english == SystemReason.of(EDOM).chinese)
    }

    @Test("identifiers are told apart")
    func identifiersDiffer() {
        #expect(Set(KnownWord.allCases.map(\.identifier)).count == KnownWord.allCases.count)
    }

    @Test("rules and reasons of the system have words")
    func rules() {
        #expect(RuleName.name(of: "H3", in: .chinese) == "场地空闲")
        #expect(SystemReason.of(EACCES).chinese == "权限不足")
    }

    @Test("months follow from their numbers")
    func months() {
        #expect(MonthName(number: 1)[.english] == "Jan")
        #expect(MonthName(number: 12)[.chinese] == "12月")
    }
}
