import CaravanProtocol

/// What must hold of the framing of both sides.
enum FramerExamination {
    private static let lineLimit = 4096
    private static let bodyLimit = 16_384

    static func request(_ input: [UInt8]) throws(Finding) {
        var whole = RequestFramer(lineLimit: lineLimit, bodyLimit: bodyLimit)
        let events = whole.feed(input)
        var cut = RequestFramer(lineLimit: lineLimit, bodyLimit: bodyLimit)
        let pieces = pieces(of: input).flatMap { cut.feed($0) }
        try Finding.unless(events == pieces, "pieces are framed otherwise than the whole")
        for event in events {
            switch event {
            case .fault(_, let error): try Finding.unlessBilingual(error.text)
            case .request(let line, let body): try read(line, body)
            }
        }
    }

    static func reply(_ input: [UInt8]) throws(Finding) {
        let greeting = ReplyWriter.greeting(programVersion: "1")
        var whole = ReplyFramer(limit: bodyLimit)
        let events = whole.feed(greeting + input)
        var cut = ReplyFramer(limit: bodyLimit)
        let pieces = pieces(of: greeting + input).flatMap { cut.feed($0) }
        try Finding.unless(events == pieces, "pieces are framed otherwise than the whole")
    }

    private static func read(_ line: RequestLine, _ body: [UInt8]?) throws(Finding) {
        let again = try? RequestLine(parsing: line.text)
        try Finding.unless(again == line, "a line that is written and read again is another: \(line.text)")
        do throws(ProtocolError) { _ = try Invocation(line, body: body) } catch {
            try Finding.unlessBilingual(error.text)
        }
    }

    /// The input in pieces whose sizes it decides itself, so that the same input is always cut alike.
    private static func pieces(of input: [UInt8]) -> [ArraySlice<UInt8>] {
        var (rest, pieces): (ArraySlice<UInt8>, [ArraySlice<UInt8>]) = (input[...], [])
        var size = 1 + input.count % 7
        while !rest.isEmpty {
            pieces.append(rest.prefix(size))
            rest = rest.dropFirst(size)
            size = 1 + (size &* 31 &+ Int(rest.first ?? 0)) % 97
        }
        return pieces
    }
}
