import CaravanCore
import TestSupport
import Testing

@Suite("Names")
struct NameTests {
    @Test("Names are the same where their code points are, whatever people see")
    func equality() {
        for (one, other) in [("caf\u{e9}", "cafe\u{301}"), ("K", "\u{212A}"), ("a\u{323}\u{301}", "a\u{301}\u{323}")] {
            #expect(one == other, "texts of Swift see no difference")
            #expect(Name(one) != Name(other) && Set([Name(one), Name(other)]).count == 2)
            #expect(JSON.string(one) != .string(other))
        }
        #expect(Name("caf\u{e9}") == "caf\u{e9}")
        #expect(["b", "a", "b"].names == ["a", "b"])
    }

    @Test("Names are ordered by their code points")
    func order() {
        var random = SeededGenerator(for: "order of names")
        let letters = ["a", "\u{301}", "\u{e9}", "K", "\u{212A}", "湾", "\u{F9DC}", "\u{1F680}", "\u{FFFD}", "z"]
        let texts = (0..<300).map { _ in
            (0..<random.index(below: 4)).map { _ in letters[random.index(below: letters.count)] }.joined()
        }
        let expected = texts.map { Array($0.unicodeScalars.map(\.value)) }.sorted { $0.lexicographicallyPrecedes($1) }
        #expect(texts.map { Name($0) }.sorted().map { Array($0.text.unicodeScalars.map(\.value)) } == expected)
    }

    @Test("An object has a field for each name, few or many, and comes back byte for byte")
    func fields() throws {
        let pairs = (0..<40).flatMap { ["caf\u{e9}\($0)", "cafe\u{301}\($0)"] }
        for names in [Array(pairs.prefix(4)), pairs] {
            let text = "{" + names.enumerated().map { "\"\($1)\":\($0)" }.joined(separator: ",") + "}"
            let object = try #require(JSON(parsing: text).object)
            #expect(object.count == names.count)
            for (number, name) in names.enumerated() { #expect(object[name] == .int(number)) }
            #expect(Array(JSON.object(object).text.utf8) == Array(text.utf8))
        }
        let twice = try JSON(parsing: "{\"\u{e9}\":1,\"e\u{301}\":2,\"\u{e9}\":3}")
        #expect(twice["\u{e9}"] == 3 && twice["e\u{301}"] == 2 && twice.object?.count == 2)
        #expect(try JSON(parsing: "{\"speed\u{212A}mh\":1}")["speedKmh"] == nil)
    }

    @Test("A week may list names that only look the same, and what names nothing is no reference")
    func validation() {
        let pair = JSON.strings(Twins.pair)
        #expect(faults(("venues.0.equipment", pair), ("requests.0.venueKinds", pair)) == [])
        #expect(faults(("venues.0.equipment", .strings([Twins.pair[0], Twins.pair[0]]))) == ["venues[0].equipment[1]"])
        #expect(faults(("funds.0.id", "K"), ("requests.0.fund", "\u{212A}")).contains("requests[0].fund"))
        #expect(
            faults(("slots.0.id", "K"), ("venues.0.closed", ["2025-05-24.\u{212A}"])).contains("venues[0].closed[0]"))
        #expect(
            faults(
                ("townships.0.county", .string(Twins.pair[0])),
                ("targets.0.where", ["county": .strings(Twins.pair)])
            ).contains("targets[0].where.county[1]"))
    }

    private func faults(_ changes: (String, JSON?)...) -> [String] {
        WeekValidator.faults(in: HandWeek.changed(changes)).map(\.path)
    }

    @Test("Edits find things by their code points")
    func edits() throws {
        let week = HandWeek.changed([("experts.0.id", "K")])
        #expect {
            try WeekEdits.apply([["op": "away", "member": "\u{212A}"]], to: week)
        } throws: {
            ($0 as? EditError)?.code == .unknown
        }
        let topical = HandWeek.changed([("requests.0.topic", .string(Twins.pair[0]))])
        let changed = try WeekEdits.apply(
            [["op": "change", "kind": "request", "id": "r1", "set": ["topic": .string(Twins.pair[1])]]], to: topical)
        #expect(changed["requests"]?.array?[0]["topic"] == .string(Twins.pair[1]))
    }
}
