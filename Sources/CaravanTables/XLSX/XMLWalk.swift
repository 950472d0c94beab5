import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What reads one XML part of a workbook, element by element. Names come without their namespace's prefix.
protocol XMLPart: AnyObject {
    func started(_ element: String, _ attributes: [String: String])
    func found(_ text: String)
    func ended(_ element: String)
    /// Whether nothing more needs to be read.
    var isDone: Bool { get }
}

extension XMLPart {
    var isDone: Bool { false }
    func found(_ text: String) {}
    func ended(_ element: String) {}
}

/// Walks through an XML document with Foundation's parser (libxml2).
enum XMLWalk {
    /// Reads the document into a part; false where it is no well-formed XML, or has a document type, with which entities
    /// could be declared and which no workbook has.
    static func read(_ data: Data, into part: some XMLPart) -> Bool {
        if data.prefix(4096).range(of: Data("<!DOCTYPE".utf8)) != nil { return false }
        let parser = XMLParser(data: data)
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        let walker = Walker(part)
        parser.delegate = walker
        let hasEnded = parser.parse()
        return part.isDone || (hasEnded && walker.isWhole)
    }

    private final class Walker: NSObject, XMLParserDelegate {
        private let part: any XMLPart
        private var depth = 0
        private var elements = 0
        private var hasFailed = false

        init(_ part: some XMLPart) { self.part = part }

        /// Whether every element has ended. The parser on Linux takes a document that breaks off for a whole one.
        var isWhole: Bool { elements > 0 && depth == 0 && !hasFailed }

        func parser(
            _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            depth += 1
            elements += 1
            part.started(element, attributes)
            if part.isDone { parser.abortParsing() }
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) { part.found(text) }

        func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
            depth -= 1
            part.ended(element)
        }

        func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { hasFailed = true }
    }
}
