import CaravanLanguage
import Foundation
import Testing

/// The Swift sources of the package.
enum Sources {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources").path

    static let arePresent = FileManager.default.fileExists(atPath: root)

    /// Path below `Sources` and content of each.
    static func all() throws -> [(path: String, text: String)] {
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            (path, try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8))
        }
    }
}

@Suite("Texts stand in the catalogue alone", .enabled(if: Sources.arePresent, "The sources are not there."))
struct SourceTests {
    /// What reads texts of planners has to know how they write: the files, and the characters that each may hold.
    private static let readers: [String: String] = [
        "CaravanTables/Values/ClockText.swift": "点时分半整上午早晨清凌中正下傍晚夜里间深",  // times of day
        "CaravanTables/Values/DateTokens.swift": "日年月号至到和及与星期周礼拜一二三四五六天",  // dates and weekdays
        "CaravanTables/Values/DateReader.swift": "日",  // dates that are a day alone
        "CaravanTables/Values/DateWriting.swift": "年月日",  // dates
        "CaravanTables/Values/SlotText.swift": "全部至到",  // all slots, and ranges of dates
        "CaravanTables/Values/Dimension.swift": "人民币百万千十亿元块钱圆整场次每公里米分钟小时个头秒段天日度倍名位座",  // units
        "CaravanTables/Values/QuantityText.swift": "大约概左右上下余多",  // words such as about
        "CaravanTables/Values/HeadingUnit.swift": "必填选可",  // remarks at headings
        "CaravanCore/Validation/TimeZoneName.swift": "北京时间区中国标准上海亚洲东八香港澳门台乌鲁木齐新疆",  // what people call time zones
        "CaravanTables/Import/ImportRun+Warnings.swift": "和或及与",  // words that join names
        "CaravanTables/Schema/KeyWords.swift": "是对否",  // yes and no
    ]

    /// The code of a line; comments start with two slashes outside of strings.
    private static func code(of line: Substring) -> Substring {
        var (isString, last): (Bool, Character) = (false, " ")
        for index in line.indices {
            let character = line[index]
            if character == "\"", last != "\\" { isString.toggle() }
            if !isString, character == "/", last == "/" { return line[..<index] }
            last = character
        }
        return line
    }

    private static func chinese(in text: String) -> Set<Character> {
        Set(
            text.split(separator: "\n").flatMap { code(of: $0) }.filter { character in
                character.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
            })
    }

    @Test("no other module holds Chinese, but for what reads how planners write")
    func sources() throws {
        let sources = try Sources.all()
        #expect(sources.count > 100)
        for (path, text) in sources where !path.hasPrefix("CaravanLanguage/") {
            let strange = Self.chinese(in: text).subtracting(Self.readers[path] ?? "")
            #expect(strange.isEmpty, "\(path) says \(String(strange.sorted())); its texts belong into CaravanLanguage")
        }
    }

    @Test("what is said of the readers is so")
    func readersAreThere() throws {
        let sources = Dictionary(uniqueKeysWithValues: try Sources.all().map { ($0.path, $0.text) })
        for (path, characters) in Self.readers {
            #expect(Self.chinese(in: try #require(sources[path], "\(path)")) == Set(characters), "\(path)")
        }
    }

    @Test("the catalogue lists every topic")
    func topics() throws {
        let written = try Sources.all().filter { $0.path.hasPrefix("CaravanLanguage/") }.flatMap { source in
            source.text.matches(of: /enum (\w+): Entry, Topic/).map { String($0.1) }
        }
        #expect(Set(written) == Set(Catalogue.topics.map { "\($0)" }) && written.count == Catalogue.topics.count)
    }

    @Test("what is said verbatim is data, never words of the program")
    func verbatim() throws {
        for (path, text) in try Sources.all() {
            let words = text.matches(of: /Verbatim\("[^"\\]*[A-Za-z]+ [A-Za-z]/).map { String($0.output) }
            #expect(words.isEmpty, "\(path) says \(words) in one language")
        }
    }

    @Test("every text is used")
    func used() throws {
        let sources = try Sources.all().filter { !$0.path.hasPrefix("CaravanLanguage/Catalogue/") }.map(\.text)
        let words = Set(sources.flatMap { $0.matches(of: /\.(\w+)/).map { String($0.1) } })
        // Known words are looked up by identifier; rules and system errors too.
        let lookedUp: Set<String> = ["KnownWord", "RuleName", "SystemReason", "WeekdayName", "MonthName", "console"]
        for it in CatalogueText.all where !lookedUp.contains(it.topic) {
            #expect(words.contains(it.key), "\(it.testDescription) is not used")
        }
    }
}
