import CaravanLanguage
import Testing

/// One text of the catalogue with the place where it is found.
struct CatalogueText: Sendable, CustomTestStringConvertible {
    let topic: String
    let key: String
    let text: Bilingual

    var testDescription: String { "\(topic).\(key)" }

    /// Those of all topics and of the console.
    static let all: [CatalogueText] =
        Catalogue.topics.flatMap { texts(of: $0) }
        + Catalogue.consoleTexts.map { CatalogueText(topic: "console", key: $0.key, text: $0.value) }

    private static func texts<T: Topic>(of topic: T.Type) -> [CatalogueText] {
        topic.allCases.map { CatalogueText(topic: "\(topic)", key: "\($0)", text: $0.bilingual) }
    }
}

@Suite("The catalogue of texts")
struct CatalogueTests {
    /// English counts what is left out of a list, Chinese all of it.
    private static let otherArguments: Set<String> = ["WeekPhrase.namesAndMore"]

    /// The sheet of the funds is called as the rule about them.
    private static let alike: Set<String> = ["RuleName.h8"]

    private static func places(in text: String) -> Set<String> {
        Set(text.matches(of: /\{[A-Za-z0-9]+\}/).map { String($0.output) })
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

    @Test("every text is there in both languages")
    func complete() {
        #expect(CatalogueText.all.count > 600)
        for it in CatalogueText.all {
            #expect(!it.text.english.isEmpty && !it.text.chinese.isEmpty, "\(it.testDescription)")
        }
    }

    @Test("English holds no Chinese, and Chinese is Chinese where English has words")
    func languages() {
        for it in CatalogueText.all {
            #expect(!it.text.english.unicodeScalars.contains(where: Self.isChinese), "\(it.testDescription)")
            let hasWords = it.text.english.replacing(/\{[A-Za-z0-9]+\}/, with: "").contains(where: \.isLetter)
            let isChinese = it.text.chinese.unicodeScalars.contains(where: Self.isChinese)
            #expect(isChinese || !hasWords || it.topic == "ListWord", "\(it.testDescription): \(it.text.chinese)")
        }
    }

    @Test("both languages have places for the same arguments")
    func arguments() {
        for it in CatalogueText.all where !Self.otherArguments.contains(it.testDescription) {
            #expect(Self.places(in: it.text.english) == Self.places(in: it.text.chinese), "\(it.testDescription)")
        }
    }

    @Test("no text is said twice, in one topic or in two")
    func once() {
        let groups = Dictionary(grouping: CatalogueText.all) { $0.text }
        for (text, places) in groups where places.count > 1 {
            if places.contains(where: { Self.alike.contains($0.testDescription) }) { continue }
            Issue.record("\(places.map(\.testDescription).sorted()) all say \(text.english) | \(text.chinese)")
        }
    }

    @Test("arguments stand where a text wants them, whatever they hold, each in its language")
    func filling() {
        #expect(Join.labelled[.chinese, Word.fund, "{1}"] == "经费：{1}")
        #expect(Join.bracketed(Word.fund, 3) == Bilingual("fund (3)", "经费（3）"))
        let solved = ClientText.written.bilingual.filled(["path": "{path}", "other": "x"])
        #expect(solved == Bilingual("written to {path}", "已写入 {path}"))
        #expect(Bilingual("{9} {x} {", "{").filled([1]) == Bilingual("{9} {x} {", "{"))
        #expect(["a", "b"].listed() == Bilingual("a, b", "a、b"))
        #expect([Word.fund, .date].listed(.or) == Bilingual("fund or date", "经费、日期"))
    }

    @Test("a literal without a bar has no Chinese")
    func literals() {
        #expect(Entry(stringLiteral: "fund").text == Bilingual("fund", ""))
        #expect(Entry(stringLiteral: "a | b | c").text == Bilingual("a", "b | c"))
    }
}
