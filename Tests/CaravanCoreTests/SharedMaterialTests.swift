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
        let first = try SharedMaterial.week(size: "tiny", seed: 1)
        let made = try FileManager.default.attributesOfItem(atPath: first.path)[.modificationDate] as? Date
        let second = try SharedMaterial.week(size: "tiny", seed: 1)
        #expect(first == second)
        #expect(try FileManager.default.attributesOfItem(atPath: second.path)[.modificationDate] as? Date == made)
        #expect(try Data(contentsOf: first).count > 1000)
    }
}
