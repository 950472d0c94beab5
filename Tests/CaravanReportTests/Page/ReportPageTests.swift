import CaravanCore
import CaravanLanguage
import Foundation
import Testing

@testable import CaravanReport

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("The report page")
struct ReportPageTests {
    private let certificate = Certificate(
        version: 7, revision: 3, origin: "replan", baseline: 5, seed: 42,
        created: Date(timeIntervalSince1970: 1_748_000_000),
        isPublished: true, program: "1.2")

    private func page(
        _ language: Language, plan: Plan = ReportWeek.plan, _ changes: [(String, JSON)] = []
    ) throws -> String {
        let reasons = ["r4": Verbatim("<i>no dome</i>").bilingual]
        return ReportPage(
            week: try ReportWeek.week(changes), plan: plan, certificate: certificate, unheld: reasons,
            language: language
        ).text
    }

    @Test("it is well formed, and what planners typed is text in it", arguments: Language.allCases)
    func wellFormed(language: Language) throws {
        let found = try PageText(try page(language, [("title", "</title><script>alert('x')</script>")]))
        #expect(found.elements.isSuperset(of: ["svg", "table", "style", "section"]))
        #expect(found.elements.isDisjoint(with: ["script", "b-", "img", "link", "iframe", "object", "i-"]))
        #expect(found.text.contains("</title><script>alert('x')</script>"))
        #expect(found.text.contains("<b>天文</b> & \"星\""))
        #expect(found.text.contains("<i>no dome</i>"))
        #expect(!found.text.contains("r4: <i>"), "the identifier stands in the row already")
    }

    @Test(
        "numbers of people that an earlier version took in are told, however large, and so are those next to nothing",
        arguments: [1e308, .greatestFiniteMagnitude, 1e20, .leastNonzeroMagnitude, 0])
    func people(_ number: Double) throws {
        let towns = ["a", "b", "c"].map { id -> JSON in
            [
                "id": .string(id), "county": "x", "lat": 42, "lon": 126,
                "population": ["youth": .number(number), "elderly": .number(number)],
            ]
        }
        var document = try #require(ReportWeek.document.object)
        document["townships"] = .array(towns)
        let week = try Week(stored: .object(document))
        let page = ReportPage(
            week: week, plan: ReportWeek.plan, certificate: certificate, unheld: [:], language: .english)
        let found = try PageText(page.text)
        #expect(!found.text.contains("nan"))
        #expect(
            CoverageReport(week: week, plan: ReportWeek.plan).rows(by: .township).allSatisfy {
                $0.perThousand?.isFinite ?? true
            })
    }

    @Test("it needs no network", arguments: Language.allCases)
    func selfContained(language: Language) throws {
        let text = try page(language)
        for word in ["://", "src=", "@import", "url(", "<link", "<script"] { #expect(!text.contains(word), "\(word)") }
        let anchors = text.matches(of: /href="([^"]*)"/).map { String($0.output.1) }
        #expect(!anchors.isEmpty)
        for anchor in anchors { #expect(text.contains("id=\"\(anchor.dropFirst())\""), "\(anchor)") }
    }

    @Test("it tells figures, sessions, the least served township and the certificate")
    func tells() throws {
        let english = try PageText(try page(.english)).text
        for piece in [
            "Science week", "24–25 May 2025", "plan version 7", "published", "of 4 requests", "66.7%", "走近人工智能",
            "until 24:00", "讲师 乙, VR 套装", "Townships without any session: c.", "10.00%", "42", "against version 5",
        ] {
            #expect(english.contains(piece), "\(piece)")
        }
        let chinese = try PageText(try page(.chinese)).text
        for piece in ["5月24日 周六", "青少年 40 · 江源街道 文化站", "没有活动的乡镇：c。", "动手实践", "随机种子"] {
            #expect(chinese.contains(piece), "\(piece)")
        }
    }

    @Test("a plan without sessions, and a week without requests, have a page", arguments: Language.allCases)
    func nothing(language: Language) throws {
        let empty = Plan(week: "hand", sessions: [])
        _ = try PageText(try page(language, plan: empty))
        let week: [(String, JSON)] = [("requests", []), ("experts", []), ("kits", []), ("venues", [])]
        let text = try PageText(try page(language, plan: empty, week)).text
        #expect(text.contains(language == .chinese ? "所有申请均已安排。" : "Every request is held."))
    }
}

/// A page read as XML: the names of its elements and its text.
private final class PageText: NSObject, XMLParserDelegate {
    private(set) var elements: Set<String> = []
    private(set) var text = ""

    struct Malformed: Error {
        let line: Int
        let reason: String
    }

    init(_ page: String) throws {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        guard parser.parse() else {
            throw Malformed(line: parser.lineNumber, reason: "\(String(describing: parser.parserError))")
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.insert(name)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
