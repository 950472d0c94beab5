import CaravanCore
import Foundation
import TestSupport
import Testing

@Suite("Shared material")
struct SharedMaterialTests {
    @Test("A program's output, errors and status come back")
    func runs() throws {
        let result = try run("sh", ["-c", "cat; echo trouble >&2; exit 3"], stdin: Data("hello".utf8))
        #expect(result.status == 3)
        #expect(result.text == "hello")
        #expect(result.errorText == "trouble\n")
    }

    @Test("The same seed gives the same numbers")
    func repeats() {
        var (a, b) = (SeededGenerator(seed: 5), SeededGenerator(seed: 5))
        #expect((0..<100).allSatisfy { _ in a.next() == b.next() })
    }

    @Test(
        "A generated week is made once and kept",
        .enabled(if: SharedMaterial.isUsable, Comment(rawValue: SharedMaterial.absence)))
    func generates() throws {
        let first = try SharedMaterial.week(size: "tiny", seed: 30)
        let made = try FileManager.default.attributesOfItem(atPath: first.path)[.modificationDate] as? Date
        let second = try SharedMaterial.week(size: "tiny", seed: 30)
        #expect(first == second)
        #expect(try FileManager.default.attributesOfItem(atPath: second.path)[.modificationDate] as? Date == made)
        #expect(try Data(contentsOf: first).count > 1000)
    }

    @Test(
        "The copies are the originals, byte for byte",
        .enabled(if: SharedMaterial.originals != nil, "needs ../shared (or CARAVAN_SHARED)"),
        arguments: ["verify", "data", "instances"])
    func copies(_ folder: String) throws {
        let original = try #require(SharedMaterial.originals).appendingPathComponent(folder)
        let copy = SharedMaterial.fixtures.appendingPathComponent(folder)
        let files = try FileManager.default.subpathsOfDirectory(atPath: copy.path).filter { !$0.hasPrefix("weeks") }
        for file in files where !isFolder(copy.appendingPathComponent(file)) {
            let bytes = try? Data(contentsOf: original.appendingPathComponent(file))
            #expect(try Data(contentsOf: copy.appendingPathComponent(file)) == bytes, "\(folder)/\(file)")
        }
        #expect(!files.isEmpty)
    }

    private func isFolder(_ url: URL) -> Bool {
        (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    }

    @Test(
        "The generator makes the weeks that are kept, byte for byte",
        .enabled(if: SharedMaterial.isUsable, Comment(rawValue: SharedMaterial.absence)))
    func madeAgain() throws {
        let weeks = SharedMaterial.fixtures.appendingPathComponent("instances/weeks")
        let files = try FileManager.default.contentsOfDirectory(at: weeks, includingPropertiesForKeys: nil)
        for file in files {
            let words = file.deletingPathExtension().lastPathComponent.split(separator: "-").map(String.init)
            let seed = try #require(Int(words[1]))
            let flags = words.dropFirst(2).map { "--\($0)" }
            let made = try SharedMaterial.generatedWeek(size: words[0], seed: seed, flags: flags)
            #expect(try Data(contentsOf: file) == made, "\(file.lastPathComponent)")
        }
        let known = try document(at: SharedMaterial.file("instances/optima.json")).object?.keys ?? []
        #expect(Set(known) == Set(files.map { $0.deletingPathExtension().lastPathComponent }))
    }
}
