import CaravanProtocol
import Testing

@testable import CaravanClient

@Suite("Languages")
struct LanguageTests {
    private func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{[A-Za-z]+\}/).map { String($0.output) })
    }

    @Test("every message exists once, in both languages, with the same placeholders")
    func complete() {
        for message in Message.allCases {
            let entries = [Message.labels[message], Message.sentences[message]].compactMap { $0 }
            #expect(entries.count == 1, "\(message)")
            for text in entries {
                #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(message)")
                #expect(placeholders(text.english) == placeholders(text.chinese), "\(message)")
                #expect(text.english.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(message)")
                #expect(text.chinese.contains { !$0.isASCII }, "\(message)")
            }
        }
    }

    @Test("every error code has a name of its own in both languages")
    func codes() {
        let names = ErrorCode.allCases.map(Words.name(of:))
        #expect(Set(names.map(\.english)).count == names.count)
        #expect(Set(names.map(\.chinese)).count == names.count)
    }

    @Test("every word of the protocol that is translated is so in both languages")
    func words() {
        for (word, text) in Words.known {
            #expect(!text.english.isEmpty && text.chinese.contains { !$0.isASCII }, "\(word)")
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

    @Test("days of the week are right")
    func weekdays() {
        #expect(Weekday.name(of: "2025-05-24", .english) == "Sat")
        #expect(Weekday.name(of: "2025-05-23", .chinese) == "周五")
        #expect(Weekday.name(of: "2024-02-29", .english) == "Thu")
        #expect(Weekday.name(of: "2000-01-01", .english) == "Sat")
        for text in ["", "x", "2025-99-99", "2025-05"] { #expect(Weekday.name(of: text, .english) == "") }
    }

    @Test("failures are told in the language, the daemon's words after the kind")
    func failures() {
        let report = FailureReport(.refused(ProtocolError(.notFound, "no week \"x\""), records: []))
        #expect(report.message(Style()) == "not found: no week \"x\"")
        #expect(report.message(Style(language: .chinese)) == "未找到: no week \"x\"")
        let silent = FailureReport(.unreachable(.tcp(host: "::1", port: 80), reason: "refused"))
        #expect(silent.message(Style()) == "no daemon answers at [::1]:80: refused; is caravand running?")
    }
}
