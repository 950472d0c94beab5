import CaravanCore
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

    @Test("faults of documents and violations are told in Chinese")
    func faults() {
        let faults = [
            Fault(path: "venues[3].capacity", .negative(-3)),
            Fault(path: "pins[0].venue", .unknown(.venue, "v9")),
        ]
        let breach = Violation(.H3, .venueTaken("v1", slot: "2025-05-24.am"), of: ["r1", "r2"])
        let records = faults.map(\.record) + [breach.record]
        let text = recordTable(read(records), ListColumns.refusals, Style(language: .chinese))
        for said in ["不得为负数：-3", "没有此场地：v9", "H3 场地空闲", "场地 v1 在 2025-05-24.am 安排了多场：r1 r2"] {
            #expect(text.contains(said), "\(said) in \(text)")
        }
        let english = recordTable(read(records), ListColumns.refusals, Style())
        #expect(english.contains("negative: -3") && english.contains("v1 2025-05-24.am: r1 r2"), "\(english)")
    }

    @Test("what a daemon says in English alone is shown")
    func faultsInEnglish() {
        let records: [JSON] = [["path": "venues[3].capacity", "message": "negative: -3"]]
        let text = recordTable(read(records), ListColumns.refusals, Style(language: .chinese))
        #expect(text.contains("negative: -3"), "\(text)")
    }

    @Test("what is gained and lost has a word with its number, and a week without a plan is told in the language")
    func studies() {
        let record: JSON = [
            "resource": "e1", "lost": ["r1", "r2", "r3"],
            "error": [
                "code": "infeasible", "message": "no plan", "messageZh": "没有方案",
            ],
        ]
        let columns = LossColumns.columns(for: [read(record)])
        let chinese = recordTable([read(record)], columns, Style(language: .chinese))
        #expect(chinese.contains("3 项申请") && chinese.contains("没有方案"), "\(chinese)")
        #expect(recordTable([read(record)], columns, Style()).contains("3 requests"))
        let scenario = recordTable([read(record)], ScenarioColumns.all, Style(language: .chinese))
        #expect(scenario.contains("没有方案"), "\(scenario)")
    }

    @Test("failures are told in the language, the daemon's words after the kind")
    func failures() {
        let report = FailureReport(.refused(ProtocolError(.notFound, Verbatim("no week \"x\"")), records: []))
        #expect(report.message(Style()) == "not found: no week \"x\"")
        let chinese = report.message(Style(language: .chinese))
        #expect(chinese.hasPrefix("未找到：no week \"x\"\n请核对编号或版本号"))
        let both = FailureReport(.refused(ProtocolError(.notFound, Bilingual("no week x", "没有活动周 x")), records: []))
        #expect(both.message(Style()) == "not found: no week x")
        #expect(both.message(Style(language: .chinese)).hasPrefix("未找到：没有活动周 x\n"))
        let silent = FailureReport(.unreachable(.tcp(host: "::1", port: 80), reason: Verbatim("refused").bilingual))
        let missing = FailureReport(.unreadable(path: "x.json", reason: SystemReason.notFound.bilingual))
        #expect(missing.message(Style(language: .chinese)) == "无法读取 x.json：文件或目录不存在")
        #expect(silent.message(Style()) == "no daemon answers at [::1]:80: refused; is caravand running?")
    }
}
