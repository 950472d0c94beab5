import CaravanCore
import CaravanLanguage

/// What an argument accepts.
public enum ValueKind: Sendable, Equatable {
    /// `[A-Za-z0-9._-]{1,64}`.
    case identifier
    /// Any text that is not empty.
    case text
    /// A duration in seconds within a range: `30s`, `500ms`, `2m`, `1h`, or plain seconds.
    case seconds(ClosedRange<Double>)
    /// A ratio 0…1, also in percent: `0.01` or `1%`.
    case gap
    /// A whole number within a range.
    case count(ClosedRange<Int>)
    /// `yes` or `no`.
    case flag
    /// A slot instance, `DATE.slotId`.
    case slot
    /// A plan version: a number from 1 on, `latest` or `published`.
    case version
    /// One of these words.
    case choice([String])
    /// Whom sessions concern: an identifier, or `kind:identifier`.
    case party

    /// Seeds: whole numbers that a JSON number carries exactly.
    public static let seed = ValueKind.count(0...9_007_199_254_740_991)
    /// Numbers of jobs.
    public static let job = ValueKind.count(1...9_007_199_254_740_991)

    /// What is accepted, for documentation.
    public var accepted: String { wording.english }

    /// What is accepted, for messages.
    var wording: Bilingual {
        switch self {
        case .identifier: AcceptedValue.identifier.bilingual
        case .text: AcceptedValue.text.bilingual
        case .seconds(let range):
            AcceptedValue.seconds(Self.plain(range.lowerBound), Self.plain(range.upperBound))
        case .gap: AcceptedValue.gap.bilingual
        case .count(let range): AcceptedValue.count(range.lowerBound, range.upperBound)
        case .flag: AcceptedValue.flag.bilingual
        case .slot: AcceptedValue.slot.bilingual
        case .version: AcceptedValue.version.bilingual
        case .choice(let words): AcceptedValue.choice(words.listed())
        case .party: AcceptedValue.party(Party.Kind.allCases.map(\.rawValue).listed())
        }
    }

    /// The checked value of a text; nil where the text is not accepted.
    public func value(of text: String) -> ArgumentValue? {
        switch self {
        case .identifier: Self.isIdentifier(text) ? .text(text) : nil
        case .text: text.isEmpty ? nil : .text(text)
        case .seconds(let range): Self.seconds(text).flatMap { range.contains($0) ? .number($0) : nil }
        case .gap: Self.ratio(text).flatMap { (0...1).contains($0) ? .number($0) : nil }
        case .count(let range): Self.whole(text).flatMap { range.contains($0) ? .integer($0) : nil }
        case .flag: Self.flags[text.lowercased()].map { .flag($0) }
        case .slot: Self.isSlot(text) ? .text(text) : nil
        case .version: Self.version(text).map { .version($0) }
        case .party: Self.isParty(text) ? .text(text) : nil
        case .choice(let words): words.contains(text.lowercased()) ? .text(text.lowercased()) : nil
        }
    }
}

extension ValueKind {
    private static let flags = ["yes": true, "no": false, "true": true, "false": false, "1": true, "0": false]

    private static func plain(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : "\(value)"
    }

    private static func isIdentifier(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    private static func isParty(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return isIdentifier(text) }
        return Party.Kind(rawValue: String(text[..<colon])) != nil
            && isIdentifier(String(text[text.index(after: colon)...]))
    }

    private static func isSlot(_ text: String) -> Bool {
        guard let dot = text.firstIndex(of: ".") else { return false }
        let date = text[..<dot].split(separator: "-", omittingEmptySubsequences: false)
        return date.map(\.utf8.count) == [4, 2, 2] && date.allSatisfy { whole(String($0)) != nil }
            && isIdentifier(String(text[text.index(after: dot)...]))
    }

    private static func version(_ text: String) -> VersionSelector? {
        switch text.lowercased() {
        case "latest": .latest
        case "published": .published
        default: whole(text).flatMap { $0 >= 1 ? .number($0) : nil }
        }
    }

    private static func whole(_ text: String) -> Int? {
        let digits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits ? Int(text) : nil
    }

    /// A plain or scientific decimal without a sign in front; no `inf`, `nan` or hexadecimal.
    private static func decimal(_ text: some StringProtocol) -> Double? {
        let isDecimal = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ".eE-+".utf8.contains(byte)
        }
        guard isDecimal, let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "+"),
            let value = Double(text), value.isFinite
        else { return nil }
        return value
    }

    private static func ratio(_ text: String) -> Double? {
        text.hasSuffix("%") ? decimal(text.dropLast()).map { $0 / 100 } : decimal(text)
    }

    private static func seconds(_ text: String) -> Double? {
        let units: [(suffix: String, seconds: Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)]
        for unit in units where text.lowercased().hasSuffix(unit.suffix) {
            return decimal(text.dropLast(unit.suffix.count)).map { $0 * unit.seconds }
        }
        return decimal(text)
    }
}
