import CaravanCore
import Foundation
import TestSupport
import Testing

@Suite("Validation agrees with the independent checker", .needsSharedMaterial)
struct ValidationAgreementTests {
    @Test("Generated and real weeks are sound")
    func soundWeeks() throws {
        for url in try AgreementWeeks.all() {
            #expect(WeekValidator.faults(in: try document(at: url)).isEmpty, "\(url)")
        }
    }

    @Test("Randomly broken documents have the same faults, and reading a sound one never traps")
    func brokenWeeks() throws {
        var damage = Damage(random: SeededGenerator(for: "broken weeks"))
        let tiny = try ["", "--rich", "--tight"].map {
            try document(at: SharedMaterial.week(size: "tiny", seed: 1, flags: $0.isEmpty ? [] : [$0]))
        }
        let bare = try trimmed(tiny[1])
        let documents =
            try (0..<600).map { damage.broken($0 % 3 == 0 ? tiny[$0 / 3 % 3] : bare) }
            + (0..<8).map { _ in damage.broken(try document(at: SharedMaterial.file("instances/real/nsw-2014.json"))) }
        try compare(documents)
    }

    @Test("Documents broken on purpose have the same faults")
    func brokenOnPurpose() throws {
        let sound = try trimmed(try document(at: SharedMaterial.week(size: "tiny", seed: 1, flags: ["--rich"])))
        try compare(BrokenOnPurpose.documents(from: sound) + [.null, [], [:], 5, "x"])
    }

    /// Compares the paths of faults, without regard to order and repeats. That no number is above 10¹⁰ is refused in both
    /// versions here, in the second alone there; what is no name of a time zone, here alone.
    private func compare(_ documents: [JSON]) throws {
        let answers = try PythonJudge.answers(to: documents.map { ["do": "validate", "document": $0] })
        var faulty = 0
        for (document, answer) in zip(documents, answers) {
            let faults = WeekValidator.faults(in: document).filter { !Self.isTooMuch($0.problem) }
            let expected = try #require(answer.array, "\(answer.text)")
            let own = Set(faults.filter { Self.isOurs($0.problem) }.map(\.path))
            #expect(Set(faults.map(\.path)).subtracting(own) == Set(expected.compactMap(\.string)).subtracting(own))
            faulty += expected.isEmpty ? 0 : 1
            _ = try? Week(document: document)
        }
        print("validation: \(documents.count) documents compared, \(faulty) of them faulty")
        #expect(faulty > documents.count / 2)
    }

    private static func isTooMuch(_ problem: DocumentFault) -> Bool {
        switch problem {
        case .tooManyAudiences, .tooManyGroups, .tooManyClauses: true
        default: false
        }
    }

    private static func isOurs(_ problem: DocumentFault) -> Bool {
        switch problem {
        case .above, .noTimeZone: true
        default: false
        }
    }

    /// A sound week with few things of each kind, so that damage reaches every part.
    private func trimmed(_ document: JSON) throws -> JSON {
        var object = try #require(document.object)
        for name in ["requests", "venues", "experts", "mentors", "kits"] {
            object[name] = .array(Array(document[name]?.array?.prefix(3) ?? []))
        }
        object["requests"] = .array(
            (object["requests"]?.array ?? []).map { BrokenOnPurpose.changing($0, ["after"], []) })
        object["pins"] = [["request": "r0001", "township": "t000", "crew": ["e000"]]]
        let sound = JSON.object(object)
        try #require(WeekValidator.faults(in: sound).isEmpty)
        return sound
    }
}
