import CaravanCore
import Foundation
import Testing

@testable import CaravanProtocol

@Suite("The command table")
struct CommandTableTests {
    @Test("every verb stands in it once")
    func complete() {
        #expect(CommandTable.all.map(\.verb) == Verb.allCases)
    }

    @Test("every default is a value that its argument accepts")
    func defaults() {
        for spec in CommandTable.all {
            for option in spec.options {
                guard let text = option.defaultText else { continue }
                #expect(option.kind.value(of: text) != nil, "\(spec.verb) \(option.name)")
            }
        }
    }

    @Test("required arguments stand before optional ones, and every verb says what it answers in both languages")
    func shape() {
        for spec in CommandTable.all {
            let flags = spec.positionals.map(\.isRequired)
            #expect(flags == flags.sorted { $0 && !$1 }, "\(spec.verb)")
            #expect(!spec.replies.isEmpty, "\(spec.verb)")
            #expect(!spec.summary.english.isEmpty && spec.summary.chinese.contains { !$0.isASCII }, "\(spec.verb)")
            #expect(
                Set((spec.positionals + spec.options).map(\.name)).count == spec.positionals.count + spec.options.count)
        }
    }

    @Test("before AUTH only PING, HELP, AUTH and QUIT are open")
    func access() {
        #expect(CommandTable.all.filter { $0.access == .open }.map(\.verb) == [.ping, .help, .auth, .quit])
    }

    @Test("usage lines are those of the protocol")
    func usage() throws {
        let solve = try CommandTable.spec(named: "solve").usage
        #expect(solve == "SOLVE week [limit=30s] [gap=0] [seed=1] [work=N] [wait=no] [if=N]")
        #expect(
            try CommandTable.spec(named: "LOAD").usage
                == "LOAD [replace=no] [as=json] [name=workbook.xlsx] [missing=refuse|keep|drop] [if=N] bytes=N")
        #expect(try CommandTable.spec(named: "JOBS").usage == "JOBS [week]")
    }

    @Test("every verb that changes a week takes the revision that the week was looked at")
    func conditions() {
        let changing = CommandTable.all.filter { $0.options.contains { $0.name == "if" } }.map(\.verb)
        #expect(
            changing == [
                .load, .drop, .submit, .amend, .withdraw, .edit, .solve, .replan, .accept, .publish, .commit, .adopt,
            ])
    }

    @Test("HELP lists all verbs, HELP verb its arguments too")
    func help() throws {
        let all = try HelpText.reply()
        #expect(all.records.count == Verb.allCases.count)
        #expect(all.closing == .ok(["verbs": String(Verb.allCases.count)]))
        let load = try HelpText.reply(for: "load").records
        #expect(
            load.map { $0["argument"]?.string ?? $0["verb"]?.string } == [
                "LOAD", "replace", "as", "name", "missing", "if", "bytes",
            ])
        #expect { try HelpText.reply(for: "fly") } throws: { ($0 as? ProtocolError)?.code == .unknownVerb }
    }

    @Test("the reference in docs/protocol.md is the one that the table generates")
    func documentation() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "docs/protocol.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let begin = try #require(text.range(of: ReferenceMarkdown.beginMarker), "the begin marker is missing")
        let end = try #require(text.range(of: ReferenceMarkdown.endMarker + "\n"), "the end marker is missing")
        if ProcessInfo.processInfo.environment["CARAVAN_REGENERATE_DOCS"] != nil {
            let updated = text[..<begin.lowerBound] + ReferenceMarkdown.section + text[end.upperBound...]
            try String(updated).write(to: file, atomically: true, encoding: .utf8)
            return
        }
        #expect(
            text[begin.lowerBound..<end.upperBound] == ReferenceMarkdown.section,
            "regenerate it: CARAVAN_REGENERATE_DOCS=1 swift test --filter CommandTableTests, then look at the difference"
        )
    }
}
