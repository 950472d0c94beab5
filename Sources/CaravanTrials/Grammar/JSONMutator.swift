import CaravanCore
import TestSupport

/// Changes values of a document, so that it stays JSON and mostly stays a week, a plan or a list of edits.
struct JSONMutator {
    private static let numbers: [Double] = [
        0, -0.0, 1, -1, 2, 0.5, 1e-9, 1e-300, 1e10, 10_000_000_001, 1e15, 9_007_199_254_740_992, 9.3e18, 1e20, 1e30,
        1e300,
        1.7e308, -1e10, -1e300, 56.99999999999999, 149.99999, 0.1 + 0.2, 24, 60, 1000, 1e-42,
    ]
    private static let texts: [String] = [
        "", " ", "x", "é", "e\u{301}", "\u{0}", "\u{1B}[31m", "\r\n", "\u{202E}txet", "\u{200B}", "=1+1", "＝1+1",
        "\n=1+1",
        "<b>&amp;</b>", "\u{FFFE}", "\u{1F469}\u{200D}\u{1F52C}", "CST", "UTC+8", "Asia/Shanghai", "America/New_York",
        "2025-05-24.am", "2025-02-30.am", "24:00", "99:99", "0000-00-00", "9999-12-31", "../../etc/passwd", "latest",
        String(repeating: "a", count: 64), String(repeating: "\u{5B57}", count: 3000),
    ]

    /// A copy with one to four changes; values come from elsewhere in the document too.
    func mutated(_ document: JSON, _ random: inout SeededGenerator) -> JSON {
        var changed = document
        for _ in 0..<(1 + random.index(below: 4)) {
            let donor = pick(from: document, &random)
            changed = change(changed, donor, &random)
        }
        return changed
    }

    /// Some value of a document, each level being left with one chance in four.
    private func pick(from value: JSON, _ random: inout SeededGenerator) -> JSON {
        if random.chance(0.25) { return value }
        switch value {
        case .array(let items) where !items.isEmpty: return pick(from: items[random.index(below: items.count)], &random)
        case .object(let fields) where fields.count > 0:
            return pick(from: fields.fields[random.index(below: fields.count)].value, &random)
        default: return value
        }
    }

    /// Goes down at random and changes something there.
    private func change(_ value: JSON, _ donor: JSON, _ random: inout SeededGenerator) -> JSON {
        switch value {
        case .array(var items) where !items.isEmpty:
            if random.chance(0.15) { return .array(rearranged(items, donor, &random)) }
            let at = random.index(below: items.count)
            items[at] = change(items[at], donor, &random)
            return .array(items)
        case .object(var fields) where fields.count > 0:
            let key = fields.keys[random.index(below: fields.count)]
            if random.chance(0.1) {
                fields[key] = nil
            } else if random.chance(0.05) {
                fields[Self.texts[random.index(below: Self.texts.count)]] = donor
            } else {
                fields[key] = fields[key].map { change($0, donor, &random) }
            }
            return .object(fields)
        default: return replaced(value, donor, &random)
        }
    }

    private func rearranged(_ items: [JSON], _ donor: JSON, _ random: inout SeededGenerator) -> [JSON] {
        var items = items
        let at = random.index(below: items.count)
        switch random.index(below: 6) {
        case 0: items.remove(at: at)
        case 1: items.insert(items[at], at: random.index(below: items.count))
        case 2: items.shuffle(using: &random)
        case 3: items = []
        case 4: items.append(donor)
        default: items += Array(repeating: items[at], count: 30)
        }
        return items
    }

    private func replaced(_ value: JSON, _ donor: JSON, _ random: inout SeededGenerator) -> JSON {
        if random.chance(0.1) { return donor }
        if random.chance(0.1) { return [.null, true, [], [:], nested(&random)][random.index(below: 5)] }
        switch value {
        case .number(let number) where random.chance(0.5):
            return .number(
                [number + 1, number - 1, -number, number * 10, number / 3, number.rounded()][random.index(below: 6)])
        case .string(let text) where random.chance(0.3):
            return .string(
                [text + " ", text.uppercased(), String(text.dropFirst()), text + text][random.index(below: 4)])
        case .string: return .string(Self.texts[random.index(below: Self.texts.count)])
        default: return .number(Self.numbers[random.index(below: Self.numbers.count)])
        }
    }

    private func nested(_ random: inout SeededGenerator) -> JSON {
        (0..<random.index(below: 140)).reduce(JSON.null) { inner, _ in [inner] }
    }
}
