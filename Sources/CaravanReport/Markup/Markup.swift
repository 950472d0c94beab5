import CaravanPresentation

/// Builds HTML and SVG text. Whatever goes in as text or as a value of an attribute is escaped, so that nothing that
/// planners typed becomes markup.
struct Markup {
    private(set) var text: String

    init(doctype: Bool = false) { text = doctype ? "<!DOCTYPE html>\n" : "" }

    /// Writes an element around what `body` writes. Attributes without a value are left out.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        _ body: (inout Markup) -> Void
    ) {
        open(name, attributes)
        text += ">"
        body(&self)
        text += "</\(name)>"
    }

    /// Writes an element that holds a text.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text content: String
    ) {
        element(name, attributes) { $0.write(content) }
    }

    /// Writes an element that holds nothing: a shape, `meta`, `col`.
    mutating func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        open(name, attributes)
        text += "/>"
    }

    /// Writes a text.
    mutating func write(_ content: String) { text += MarkupText.escaped(content) }

    /// Ends a line, so that the text can be looked at.
    mutating func newline() { text += "\n" }

    /// Writes the page's own style sheet.
    mutating func stylesheet(_ css: StaticString) { text += "<style>\(css)</style>\n" }

    private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
        text += "<\(name)"
        for (key, value) in attributes {
            if let value { text += " \(key)=\"\(MarkupText.escaped(value))\"" }
        }
    }
}

extension Markup {
    /// Writes a table with a head that is repeated on every printed page.
    mutating func table(
        _ style: String, head: [String], numeric: Set<Int> = [], _ rows: (inout Markup) -> Void
    ) {
        element("table", ["class": style]) { table in
            table.element("thead") { thead in
                thead.element("tr") { tr in
                    for (number, title) in head.enumerated() {
                        tr.element("th", ["scope": "col", "class": numeric.contains(number) ? "n" : nil], text: title)
                    }
                }
            }
            table.element("tbody") { rows(&$0) }
        }
        newline()
    }

    /// Writes a row: its first cell is its heading.
    mutating func row(_ cells: [String], numeric: Set<Int> = []) {
        element("tr") { tr in
            for (number, cell) in cells.enumerated() {
                if number == 0 {
                    tr.element("th", ["scope": "row"], text: cell)
                } else {
                    tr.element("td", ["class": numeric.contains(number) ? "n" : nil], text: cell)
                }
            }
        }
        newline()
    }
}
