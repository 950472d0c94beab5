import Foundation
import TestSupport
import Testing

@Suite("Documents")
struct DocumentTests {
    /// Every document whose commands people type.
    static let paths: [String] = {
        let root = SharedMaterial.packageRoot
        let list = { (folder: String) -> [String] in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path))
            return (names ?? []).sorted().map { "\(folder)/\($0)" }
        }
        let samples = ["models/README.md"] + list("samples").map { "\($0)/README.md" }
        let all =
            ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md"]
            + list("docs").filter { $0.hasSuffix(".md") } + samples
        return all.filter { FileManager.default.fileExists(atPath: root.appendingPathComponent($0).path) }
    }()

    @Test("every command of a document works, and writes what the document shows", arguments: paths)
    func commandsWork(path: String) throws {
        let document = try MarkdownDocument(path)
        guard document.blocks.contains(where: { $0.mode == .run || $0.mode == .ownTerminal }) else { return }
        let language = path.contains("zh-CN") ? "zh_CN.UTF-8" : "C.UTF-8"
        let result = try DocumentRun.run(document, language: language)
        #expect(result.status == 0, "\(path): \(result.errorText)")
        guard result.status == 0 else { return }
        for (number, block) in document.blocks.enumerated() where block.mode == .run {
            guard let shown = block.output else { continue }
            let mismatch = OutputPattern(shown).mismatch(with: result.output[number] ?? "")
            #expect(mismatch == nil, "\(path), line \(block.line)")
        }
    }

    @Test("every link of a document to a file leads somewhere", arguments: paths)
    func linksLead(path: String) throws {
        let folder = SharedMaterial.repositoryFile(path).deletingLastPathComponent()
        for link in try MarkdownDocument(path).linkedFiles {
            let target = folder.appendingPathComponent(link).path
            #expect(FileManager.default.fileExists(atPath: target), "\(path): \(link)")
        }
    }

    @Test("no document names a path of the machine it was written on", arguments: paths)
    func namesNoMachine(path: String) throws {
        let text = try MarkdownDocument(path).text
        for folder in ["/" + "work/", "/" + "root/", "/" + "opt/swift"] { #expect(!text.contains(folder)) }
    }

    @Test(
        "a page gives the same commands in both languages, under as many headings",
        arguments: paths.filter { $0.hasSuffix(".zh-CN.md") })
    func languagesAgree(path: String) throws {
        let english = try MarkdownDocument(path.replacing(".zh-CN", with: ""))
        let chinese = try MarkdownDocument(path)
        #expect(english.blocks.map { programs($0.commands) } == chinese.blocks.map { programs($0.commands) })
        #expect(english.blocks.map { $0.output == nil } == chinese.blocks.map { $0.output == nil })
        let levels = { (document: MarkdownDocument) in
            document.text.split(separator: "\n").filter { $0.wholeMatch(of: /#+ .+/) != nil }.map {
                $0.prefix { $0 == "#" }
            }
        }
        #expect(levels(english) == levels(chinese))
    }

    /// The program of each line, and of Caravan's the command: names of files may be in the page's language.
    private func programs(_ commands: String) -> [String] {
        commands.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            return words.prefix(words.first == "caravan" ? 2 : 1).joined(separator: " ")
        }
    }

    @Test("shown output matches line by line, an ellipsis for what is left out")
    func patternsMatch() {
        #expect(OutputPattern("a\nb\n").mismatch(with: "a\nb\n") == nil)
        #expect(OutputPattern("a\nb\n").mismatch(with: "a\nc\n") != nil)
        #expect(OutputPattern("a\n").mismatch(with: "a\nb\n") != nil)
        #expect(OutputPattern("a\nb\n").mismatch(with: "a\n") != nil)
        #expect(OutputPattern("a\n…\nd\n").mismatch(with: "a\nb\nc\nd\n") == nil)
        #expect(OutputPattern("a\n…\n").mismatch(with: "a\nb\nc\nd\n") == nil)
        #expect(OutputPattern("a\n…\ne\n").mismatch(with: "a\nb\nc\nd\n") != nil)
        #expect(OutputPattern("up … s, … weeks\n").mismatch(with: "up 3 s, 4 weeks\n") == nil)
        #expect(OutputPattern("up … s, … weeks\n").mismatch(with: "up 3 s, 4 days\n") != nil)
    }
}
