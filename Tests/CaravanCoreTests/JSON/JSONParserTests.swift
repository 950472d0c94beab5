import CaravanCore
import TestSupport
import Testing

@Suite("Reading JSON")
struct JSONParserTests {
    @Test(
        "Values are read as what they are",
        arguments: [
            ("null", .null), (" true ", true), ("false", false), ("0", 0), ("-0", 0), ("12", 12), ("-3.25", -3.25),
            ("1e3", 1000), ("1E-2", 0.01), ("123456789012345678901", 1.2345678901234568e20), ("\"\"", ""),
            ("\"a\\n\\t\\\"\\\\\\/\\u00e9\\ud83d\\ude80\"", "a\n\t\"\\/é🚀"), ("[]", []),
            ("[1,[2], {}]", [1, [2], [:]]),
            ("{\"a\":1,\"b\":{\"c\":null}}", ["a": 1, "b": ["c": .null]]), ("\u{FEFF}5", 5), ("\"科技周\"", "科技周"),
        ] as [(String, JSON)])
    func values(text: String, value: JSON) throws {
        #expect(try JSON(parsing: text) == value)
    }

    @Test(
        "What is no JSON is refused",
        arguments: [
            "", " ", "nul", "tru", "01", "1.", ".5", "+1", "1e", "1e+", "--1", "NaN", "Infinity", "-Infinity", "1e999",
            "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\n\"", "[", "[1",
            "[1,", "[1,]",
            "[,]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{a:1}", "{1:1}", "[1] 2", "]",
            "'a'",
        ])
    func refused(text: String) {
        #expect(throws: JSONError.self) { try JSON(parsing: text) }
    }

    @Test(
        "A document that would take more memory than it may is refused on the way, others are not",
        arguments: ["{}", "[[]]", "1", "\"a text of some length\"", "{\"\":1}", "{\"a name of some length\":null}"])
    func memory(value: String) throws {
        let text = "[" + Array(repeating: value, count: 5000).joined(separator: ",") + "]"
        let document = try JSON(parsing: text)
        let needed = document.footprint
        #expect(needed > 5000 * MemoryLayout<JSON>.stride)
        #expect(try JSON(parsing: Array(text.utf8), within: needed) == document)
        #expect {
            try JSON(parsing: Array(text.utf8), within: needed / 2)
        } throws: { error in
            guard let error = error as? JSONError else { return false }
            return error.isTooLarge && (text.utf8.count / 3...text.utf8.count).contains(error.column)
        }
    }

    @Test("A refusal names line and column")
    func position() {
        #expect {
            try JSON(parsing: "{\n  \"a\": 1,\n  oops\n}")
        } throws: { error in
            guard let error = error as? JSONError else { return false }
            return error.line == 3 && error.column == 3
        }
    }

    @Test("Bytes that are not UTF-8 are refused")
    func badBytes() {
        for bytes in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]] {
            #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
        }
    }

    @Test("Nesting is allowed to a depth and no further")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try JSON(parsing: nested(JSON.maximumDepth)) }
        #expect(throws: JSONError.self) { try JSON(parsing: nested(JSON.maximumDepth + 1)) }
        #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: "{\"a\":", count: 1_000_000)) }
    }

    @Test("Of a field that stands twice the last one counts")
    func duplicateKeys() throws {
        let value = try JSON(parsing: "{\"a\":1,\"b\":2,\"a\":3}")
        #expect(value == ["a": 3, "b": 2])
        #expect(value.object?.keys == ["a", "b"])
    }

    @Test("Random bytes and random damage to documents never trap")
    func fuzz() {
        var random = SeededGenerator(for: "JSON fuzz")
        let alphabet = Array("{}[]\",:\\u0123456789eE+-. \ntruefalsn\u{e9}".utf8)
        let sample = Array(HandWeek.document.text.utf8)
        for round in 0..<3000 {
            var bytes: [UInt8]
            if round % 3 == 0 {
                bytes = Array(sample.prefix(random.index(below: sample.count)))
                for _ in 0..<random.index(below: 4) where !bytes.isEmpty {
                    bytes[random.index(below: bytes.count)] = UInt8(random.index(below: 256))
                }
            } else {
                bytes = (0..<random.index(below: 40)).map { _ in
                    random.chance(0.9) ? alphabet[random.index(below: alphabet.count)] : UInt8(random.index(below: 256))
                }
            }
            guard let value = try? JSON(parsing: bytes) else { continue }
            #expect((try? JSON(parsing: value.text)) == value)
        }
    }
}
