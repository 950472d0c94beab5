import CaravanLanguage
import CaravanProtocol
import Testing

@testable import CaravanClient

@Suite("Languages")
struct LanguageTests {
    @Test("every error code has a name and an advice of its own in both languages")
    func codes() {
        for texts in [ErrorCode.allCases.map(\.texts.name.bilingual), ErrorCode.allCases.map(\.texts.advice.bilingual)]
        {
            #expect(Set(texts.map(\.english)).count == texts.count)
            #expect(Set(texts.map(\.chinese)).count == texts.count)
        }
    }

    @Test("the first of LC_ALL, LC_MESSAGES and LANG decides")
    func environment() {
        #expect(Language(environment: [:]) == .english)
        #expect(Language(environment: ["LANG": "zh_CN.UTF-8"]) == .chinese)
        #expect(Language(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"]) == .english)
        #expect(Language(environment: ["LANG": "en_US", "LC_MESSAGES": "zh_TW"]) == .chinese)
        #expect(Language(environment: ["LANG": "zh_CN", "LC_ALL": ""]) == .chinese)
    }

    @Test("failures are told in the language, the daemon's words after the kind")
    func failures() {
        let report = FailureReport(.refused(ProtocolError(.notFound, "no week \"x\""), records: []))
        #expect(report.message(Style()) == "not found: no week \"x\"")
        let chinese = report.message(Style(language: .chinese))
        #expect(chinese.hasPrefix("未找到：no week \"x\"\n请核对编号或版本号"))
        let silent = FailureReport(.unreachable(.tcp(host: "::1", port: 80), reason: "refused"))
        let missing = FailureReport(.unreadable(path: "x.json", reason: "No such file or directory"))
        #expect(missing.message(Style(language: .chinese)) == "无法读取 x.json：文件或目录不存在")
        #expect(silent.message(Style()) == "no daemon answers at [::1]:80: refused; is caravand running?")
    }
}
