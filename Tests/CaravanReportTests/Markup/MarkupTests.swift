import Testing

@testable import CaravanReport

@Suite("Markup")
struct MarkupTests {
    @Test("texts and attributes are escaped, attributes without a value left out")
    func escapes() {
        var markup = Markup()
        markup.element("p", ["class": "a\"b", "id": nil]) { p in
            p.write("1 < 2 & \"3\"\u{1}")
            p.empty("br")
        }
        #expect(markup.text == "<p class=\"a&quot;b\">1 &lt; 2 &amp; &quot;3&quot;\u{FFFD}<br/></p>")
    }
}
