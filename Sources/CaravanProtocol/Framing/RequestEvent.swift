/// What comes out of a client's bytes.
public enum RequestEvent: Sendable, Equatable {
    /// A whole request: its line, and its body where the line announced one.
    case request(RequestLine, body: [UInt8]?)
    /// Something that cannot be a request; the error is the answer to it, in its turn. The connection lives on.
    case fault(RequestFault, ProtocolError)
}

/// Why bytes of a client are no request.
public enum RequestFault: Sendable, Equatable {
    /// The line holds more bytes than a line may; it is skipped to its end.
    case oversizedLine
    /// The line is no UTF-8, has a quote that is not closed and so on; a body that it announces is skipped.
    case badLine
    /// `bytes=` does not say how many bytes follow, or says more than anybody sends; nothing but the line is skipped.
    case badAnnouncement
    /// The body is larger than allowed; exactly the announced bytes are skipped as they come.
    case oversizedBody
    /// Something else than LF follows the body; the rest of that line is skipped.
    case badTerminator
}
