import CaravanCore
import TestSupport
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    @Test("What is written is read back as the same, on one line or on several")
    func roundTrip() throws {
        var random = SeededGenerator(for: "JSON round trip")
        for _ in 0..<500 {
            let value = Self.value(&random, depth: 0)
            #expect(try JSON(parsing: value.text) == value)
            #expect(try JSON(parsing: value.prettyText) == value)
            #expect(!value.text.contains("\n"))
        }
    }

    @Test("Numbers are plain decimals that read back exactly")
    func numbers() throws {
        var random = SeededGenerator(for: "plain decimals")
        let special = [
            0, -0.0, 1e15, 1e16, 123_456.789, 0.1 + 0.2, 1e-7, Double.leastNonzeroMagnitude, -2.5e-10,
            .greatestFiniteMagnitude, 1.0 / 3,
        ]
        let patterns = (0..<2000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
        for value in special + patterns {
            let text = plainDecimal(value)
            #expect(Double(text) == value)
            #expect(text.allSatisfy { "-.0123456789".contains($0) }, "\(text)")
        }
        #expect(plainDecimal(1600) == "1600")
        #expect(plainDecimal(-2.5) == "-2.5")
        #expect(plainDecimal(1e-7) == "0.0000001")
        #expect(plainDecimal(1e21) == "1000000000000000000000")
    }

    @Test("A figure below what rounding leaves is 0, and any other keeps all its digits")
    func figures() {
        for (value, text) in [
            (1e-42, "0"), (-1e-42, "0"), (-0.0, "0"), (9.9e-10, "0"), (1.234_567_891e-7, "0.0000001234567891"),
            (-0.5, "-0.5"), (1e16, "10000000000000000"),
        ] { #expect(JSON.figure(value).text == text) }
        #expect(JSON.number(1e-42).text.hasSuffix("1"), "what a document says is not touched")
        #expect((0.1 + 0.2 - 0.3).cleared == 0)
    }

    @Test("Whole parts of numbers that fit nowhere stay at the ends")
    func saturation() {
        #expect(Int(saturating: 1e300) == .max && Int(saturating: -.infinity) == .min)
        #expect(Int(saturating: .nan) == 0 && Int(saturating: -2.9) == -2 && Int(saturating: 2.9) == 2)
        #expect(Int(saturating: 9_223_372_036_854_775_808) == .max)
        #expect(Int32(saturating: 3e9) == .max && UInt8(saturating: -1) == 0)
    }

    @Test("A number beyond all bounds is written null")
    func infinite() {
        #expect(JSON.array([.number(.infinity), .number(.nan), 1]).text == "[null,null,1]")
    }

    @Test("Amounts for people have a fixed number of digits")
    func fixed() {
        #expect(fixedDecimal(1234.567, places: 2) == "1234.57")
        #expect(fixedDecimal(0.05, places: 2) == "0.05")
        #expect(fixedDecimal(-0.001, places: 2) == "0.00")
        #expect(fixedDecimal(-7, places: 3) == "-7.000")
        #expect(fixedDecimal(5.5, places: 0) == "5.5")
        #expect(fixedDecimal(1e300, places: 2).count == 301)
        #expect(fixedDecimal(.nan, places: 2) == "nan")
    }

    @Test("Control characters, quotes and backslashes are escaped")
    func escapes() throws {
        let text = "a\"b\\c\n\r\t\u{1}\u{7f}é"
        #expect(JSON.string(text).text == #""a\"b\\c\n\r\t\u0001\u007fé""#)
        #expect(try JSON(parsing: JSON.string(text).text) == .string(text))
    }

    @Test("Objects of many fields keep their order and find their fields, whatever is removed")
    func largeObjects() {
        var random = SeededGenerator(for: "large objects")
        var object = JSONObject()
        var model: [(String, Int)] = []
        for step in 0..<2000 {
            let key = "k\(random.index(below: 80))"
            if random.chance(0.3) {
                object[key] = nil
                model.removeAll { $0.0 == key }
            } else {
                object[key] = .int(step)
                if let at = model.firstIndex(where: { $0.0 == key }) {
                    model[at].1 = step
                } else {
                    model.append((key, step))
                }
            }
            #expect(object[key]?.integer == model.first { $0.0 == key }?.1)
        }
        #expect(object.keys == model.map(\.0))
        #expect(object.fields.map { $0.value.integer } == model.map(\.1))
    }

    private static func value(_ random: inout SeededGenerator, depth: Int) -> JSON {
        switch random.index(below: depth > 4 ? 4 : 6) {
        case 0: return .null
        case 1: return .bool(random.chance(0.5))
        case 2: return .number(Double(random.index(below: 2_000_000)) / 1000 - 1000)
        case 3:
            return .string(
                String((0..<random.index(below: 6)).map { _ in Array("a\"\\\n\u{1}é科🚀/")[random.index(below: 9)] }))
        case 4: return .array((0..<random.index(below: 5)).map { _ in value(&random, depth: depth + 1) })
        default:
            let fields = (0..<random.index(below: 5)).map { ("\($0)é", value(&random, depth: depth + 1)) }
            return .object(JSONObject(fields))
        }
    }
}
