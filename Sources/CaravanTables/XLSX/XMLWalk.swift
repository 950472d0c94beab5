import CExpat
import CaravanLanguage
import Foundation

/// What reads one XML part of a workbook, element by element. Names of elements come without their namespace's prefix.
protocol XMLPart: AnyObject {
    func started(_ element: String, _ attributes: XMLAttributes)
    func found(_ text: String)
    func ended(_ element: String)
    /// Why the part is not read on; looked at after every element.
    var failure: WorkbookFailure? { get }
}

extension XMLPart {
    var failure: WorkbookFailure? { nil }
    func found(_ text: String) {}
    func ended(_ element: String) {}
}

/// What all parts of a workbook together may still hold.
final class XMLBudget {
    private var elements: Int
    private var textBytes: Int
    private let limits: SpreadsheetLimits

    init(_ limits: SpreadsheetLimits) {
        self.limits = limits
        elements = limits.elements
        textBytes = limits.textBytes
    }

    /// Takes one element off the budget; what is said where none is left.
    func takeElement() -> WorkbookFailure? {
        elements -= 1
        return elements < 0 ? .tooMuch(FileFault.tooManyElements(limits.elements)) : nil
    }

    /// Takes a text off the budget. A text that many cells share is taken once for each.
    func take(text bytes: Int) -> WorkbookFailure? {
        textBytes -= bytes
        return textBytes < 0 ? .tooMuch(FileFault.tooMuchText(limits.textBytes >> 20)) : nil
    }
}

/// Walks through an XML document with Expat as its bytes come. A document is refused that is not well-formed, breaks off,
/// holds a byte that its encoding has not, or a document type, with which entities could be declared and which no
/// workbook has.
final class XMLWalk {
    private let parser: XML_Parser
    private let part: any XMLPart
    private let budget: XMLBudget
    private var bytesFed = 0
    private var failure: WorkbookFailure?

    /// Bytes that Expat may take: names of elements and attributes are kept to the end, open elements while they last.
    private static let memory = 8 << 20
    /// Bytes of one tag or comment; while it is not whole it is looked at anew with each piece.
    private static let longestTag = 1 << 20
    /// Attributes of one element: a worksheet's own element has some twenty.
    private static let mostAttributes = 256

    init(into part: some XMLPart, _ budget: XMLBudget) throws(WorkbookFailure) {
        guard let parser = caravan_expat_create(Self.memory) else { throw .tooLarge }
        self.parser = parser
        self.part = part
        self.budget = budget
        // The handlers run only within `feed`, while this object lives; so the pointer needs no count of its own.
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { context, name, attributes in XMLWalk.of(context)?.started(name, attributes) },
            { context, name in XMLWalk.of(context)?.ended(name) })
        XML_SetCharacterDataHandler(parser) { context, bytes, count in XMLWalk.of(context)?.found(bytes, count) }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            XMLWalk.of(context)?.stop(.damaged(FileFault.documentType.bilingual))
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Reads a whole document at once.
    static func read(_ data: Data, into part: some XMLPart, _ budget: XMLBudget) throws(WorkbookFailure) {
        let walk = try XMLWalk(into: part, budget)
        try walk.feed(Array(data))
        try walk.end()
    }

    /// Reads the next piece.
    func feed(_ bytes: some Collection<UInt8>) throws(WorkbookFailure) {
        bytesFed += bytes.count
        let parsed = bytes.withContiguousStorageIfAvailable { parse($0, isLast: false) }
        try settle(parsed ?? Array(bytes).withUnsafeBufferPointer { parse($0, isLast: false) })
        if bytesFed - Int(XML_GetCurrentByteIndex(parser)) > Self.longestTag {
            throw .tooMuch(FileFault.tagTooLong.bilingual)
        }
    }

    /// Says that there are no more pieces.
    func end() throws(WorkbookFailure) { try settle(parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)) }

    /// The bytes are there for the time of the call, which is all that Expat asks for. Pieces are far shorter than 2³¹.
    private func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> XML_Status {
        bytes.withMemoryRebound(to: CChar.self) {
            XML_Parse(parser, $0.baseAddress, Int32(clamping: $0.count), isLast ? 1 : 0)
        }
    }

    private func settle(_ status: XML_Status) throws(WorkbookFailure) {
        if let failure { throw failure }
        guard status == XML_STATUS_ERROR else { return }
        throw XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY
            ? .tooMuch(FileFault.tooManyNames.bilingual) : .damaged(FileFault.noXML.bilingual)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLWalk? {
        // What was set in `init`: this object, which is alive while Expat calls.
        context.map { Unmanaged<XMLWalk>.fromOpaque($0).takeUnretainedValue() }
    }

    private func stop(_ reason: WorkbookFailure?) {
        guard failure == nil, let reason else { return }
        failure = reason
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func started(_ name: UnsafePointer<CChar>?, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        guard failure == nil, let name, let list else { return }
        guard XML_GetSpecifiedAttributeCount(parser) <= 2 * Self.mostAttributes else {
            return stop(.tooMuch(FileFault.tooManyAttributes(Self.mostAttributes)))
        }
        if let failure = budget.takeElement() { return stop(failure) }
        part.started(Self.local(name), XMLAttributes(list))
        stop(part.failure)
    }

    private func ended(_ name: UnsafePointer<CChar>?) {
        guard failure == nil, let name else { return }
        part.ended(Self.local(name))
        stop(part.failure)
    }

    private func found(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
        guard failure == nil, let bytes else { return }
        if let failure = budget.take(text: Int(count)) { return stop(failure) }
        // Expat says how many bytes there are at the pointer.
        let text = UnsafeBufferPointer(start: bytes, count: Int(count))
        text.withMemoryRebound(to: UInt8.self) { part.found(String(decoding: $0, as: UTF8.self)) }
    }

    /// A name without its prefix. Expat ends names with a zero.
    private static func local(_ name: UnsafePointer<CChar>) -> String {
        guard let colon = strrchr(name, Int32(UInt8(ascii: ":"))) else { return String(cString: name) }
        return String(cString: colon + 1)
    }
}

/// The attributes of an element, for the time of `started`.
struct XMLAttributes {
    /// Names and values in turn, texts that end with a zero, and behind the last nil: so it is ended everywhere here.
    private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

    fileprivate init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.list = list }

    /// The value of an attribute by its name, prefix and all.
    subscript(name: String) -> String? { value { strcmp($0, name) == 0 } }

    /// The value of the first attribute whose name has a prefix and ends so.
    subscript(prefixed name: String) -> String? {
        value { strrchr($0, Int32(UInt8(ascii: ":"))).map { strcmp($0 + 1, name) == 0 } ?? false }
    }

    private func value(where isWanted: (UnsafePointer<CChar>) -> Bool) -> String? {
        var at = list
        while let name = at[0], let value = at[1] {
            if isWanted(name) { return String(cString: value) }
            at += 2
        }
        return nil
    }
}
